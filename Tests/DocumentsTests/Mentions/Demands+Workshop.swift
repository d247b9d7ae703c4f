import Domain

private let nist = "NIST SP 800-88 r1, 4.8"
private let register = "Code pénal R.321-3"
private let waste = "Code de l'environnement R.541-45"

extension PaperDemands {
    /// Erasure, destruction, waste and the register (rulebook 3.5, 4.5 and 5.1).
    static let workshop = [
        PaperDemands(
            .cef,
            "certificate-fr-1",
            by: "moulin document erasure --drive SERIAL (--device, --donation)",
            in: "ErasureCertificateTests",
            "WorkshopPaperTests",
            mentions: Mention.numbered("CEF-2026-000009", "7 octobre 2026") + [
                Mention("manufacturer and model", nist, "Samsung MZVLB256HAHQ-000H1"),
                Mention("serial number", nist, "S425NX0K100010"),
                Mention("our number of the medium", nist, "Notre numéro #10"),
                Mention("type", nist, "SSD NVMe"),
                Mention(
                    "source: the computer's serial number",
                    nist,
                    "M-10001K — HP EliteBook 840 G5",
                    "5CG80001"
                ),
                Mention("level: Clear, Purge or Destroy", nist, "Niveau purge"),
                Mention("method", nist, "NVMe Format, Crypto Erase (SES 2)"),
                Mention("tool and version", nist, "nwipe 0.37"),
                Mention("verification", nist, "lecture complète, 100 %"),
                Mention(
                    "who sanitised: name, title, day, place, contact",
                    nist,
                    "Karim Benali, technicien, 6 octobre 2026, Lille, atelier@moulin.example.org"
                ),
                Mention(
                    "who verified: name, title, day, place, contact",
                    nist,
                    "Nadia Roux, contrôleuse qualité, 7 octobre 2026, Lille, atelier@moulin.example.org"
                ),
                Mention("room for both hands", nist, "Pour l'effacement", "Pour la vérification"),
                Mention(
                    "who checked the drive again",
                    "house",
                    "Contre-vérifié par Nadia Roux, 2026-10-07"
                ),
                Mention("capacity, interface, firmware", "house", "256 Go", "PCIe", "EXD70H1Q"),
                Mention("start and end", "house", "2026-10-06T08:12:41Z", "2026-10-06T08:14:02Z"),
                Mention("result and errors", "house", "SUCCESS", "0 / 0 / 0"),
                Mention("hidden areas", "house", "Zones HPA/DCO aucune"),
                Mention(
                    "hash of the tool's report",
                    "house",
                    "b5bb9d8014a0f9b1d61e21e796d78dccdf1352f23cd32812f4850b878ae4944c"
                ),
                Mention("version of the policy", "house", "Règles appliquées 2026-1"),
                Mention("donation and the donor's reference", "house", "D-2026-0042", "PO-88731"),
            ] + Mention.signed(nist)
        ),
        PaperDemands(
            .cde,
            "destruction-30",
            by: "moulin document destruction --drive SERIAL (--donation)",
            in: "WorkshopPaperTests",
            mentions: Mention.numbered("CDE-2026-000001", "7 octobre 2026") + [
                Mention("each medium by serial number", nist, "W6290000", "W6290029"),
                Mention("manufacturer, model, type", nist, "disque dur Seagate ST500LM021"),
                Mention("source", nist, "M-7K3Q-9F"),
                Mention("level", nist, "Niveau DESTROY (NIST SP 800-88)"),
                Mention("day", nist, "2026-11-03"),
                Mention(
                    "how, or the vendor's certificate",
                    nist,
                    "Broyeur n° 2, certificat 2026-118"
                ),
                Mention("who saw it", nist, "Ana Martin"),
                Mention("how many", "house", "Supports détruits : 30"),
                Mention("the donor's reference", "house", "PO-7781"),
            ] + Mention.signed(nist)
        ),
        PaperDemands(
            .bsd,
            "manifest-12",
            by: "moulin shipment manifest SHIPMENT",
            in: "WorkshopPaperTests",
            mentions: Mention.numbered("BSD-2026-000001", "7 octobre 2026") + [
                Mention("who hands over", waste, "Producteur Le Moulin numérique"),
                Mention("stream", waste, "Flux écrans"),
                Mention("waste code, and that it is hazardous", waste, "16 02 13* (dangereux)"),
                Mention(
                    "carrier and destination",
                    waste,
                    "Transports Vasseur",
                    "Recyclage du Nord"
                ),
                Mention("number of the slip", waste, "BSD-20261007-A1B2C3"),
                Mention("day", waste, "Parti le 7 octobre 2026"),
                Mention("weight, and whether it was weighed", waste, "48,3 kg (pesé)"),
                Mention("acknowledgement", waste, "Reçu et traité en attente"),
                Mention(
                    "each machine by serial number, its media and weight",
                    "house",
                    "CN010000 sans support 3,7 kg"
                ),
                Mention("each medium to destroy", "house", "W6290017"),
                Mention(
                    "that only clean or destruction-bound media leave",
                    "house",
                    "Aucun support de données non effacé ne part, sinon pour être détruit."
                ),
                Mention("both hands", waste, "Remis par", "Pour le transporteur"),
            ]
        ),
        PaperDemands(
            .reg,
            "register-50",
            by: "moulin document register --year 2026",
            in: "WorkshopPaperTests",
            "DonationTests",
            mentions: Mention.numbered("REG-2026-000001", "7 octobre 2026") + [
                Mention(
                    "the law",
                    "Code pénal 321-7",
                    "Articles 321-7 et R. 321-3 à R. 321-6-1 du code pénal"
                ),
                Mention(
                    "who keeps it",
                    register,
                    "Tenu par Le Moulin numérique, 12 rue du Bief, 59000 Lille"
                ),
                Mention("order number and day", register, "50 2026-10-05"),
                Mention(
                    "description and serial numbers",
                    register,
                    "ordinateur portable Dell Latitude 5400",
                    "5CG9440050"
                ),
                Mention(
                    "source: name, home, identity paper",
                    register,
                    "Marguerite Dubois, 3 place de l'Église, 62000 Arras ; carte d'identité 12AB34567"
                ),
                Mention(
                    "estimated value of what was free",
                    "Code pénal R.321-3",
                    "90,00 €",
                    "Objets acquis à titre gratuit : la valeur est une estimation."
                ),
                Mention(
                    "that it is closed, and on which day",
                    "Code pénal R.321-6",
                    "clos le 7 octobre 2026"
                ),
                Mention(
                    "chain of the lines",
                    "Code pénal R.321-6-1",
                    "Empreinte de la dernière ligne",
                    "9f86d081884c"
                ),
            ]
        ),
    ]
}
