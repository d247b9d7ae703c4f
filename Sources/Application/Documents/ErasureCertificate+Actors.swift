import Documents
import Domain
import Store

extension DocumentIssuing {
    /// Who erased, from the first day to the last.
    func sanitised(
        _ proofs: [ErasureStore.Proof],
        _ language: Language
    ) -> ErasureCertificate.Operator {
        actors(
            proofs.map(\.operatorName),
            [Role.wipeOperator.label],
            proofs.compactMap(\.finishedOn),
            language
        )
    }

    /// Who verified: the second person of each drive that was read back again, and of the others the operator.
    func verified(
        _ proofs: [ErasureStore.Proof],
        _ language: Language
    ) -> ErasureCertificate.Operator {
        let again = proofs.filter { $0.verifierName != nil }
        let once = proofs.filter { $0.verifierName == nil }
        return actors(
            again.compactMap(\.verifierName) + once.map(\.operatorName),
            (again.isEmpty ? [] : [Role.qaVerifier.label])
                + (once.isEmpty ? [] : [verification(once)]),
            again.compactMap(\.verifiedOn) + once.compactMap(\.finishedOn),
            language
        )
    }

    /// How drives were verified that one person alone answers for; each says its own way where not all were read back by a tool.
    private func verification(_ proofs: [ErasureStore.Proof]) -> Phrase {
        proofs.allSatisfy(\.wasReadBackByTool)
            ? Phrase(
                fr: "relecture par l'outil de l'opérateur",
                en: "read back by the operator's tool"
            )
            : Phrase(fr: "comme indiqué pour chaque support", en: "as stated for each medium")
    }

    private func actors(
        _ names: [String],
        _ titles: [Phrase],
        _ days: [Day],
        _ language: Language
    ) -> ErasureCertificate.Operator {
        let written = Set([days.min(), days.max()].compactMap(\.self)).sorted()
            .map { $0.formatted(in: language) }
        return ErasureCertificate.Operator(
            name: Set(names).sorted().joined(separator: ", "),
            title: titles.map { $0.text(in: language) }.joined(separator: " ; "),
            place: place,
            contact: contact ?? organisation.name,
            date: written.isEmpty ? nil : written.joined(separator: " – ")
        )
    }
}

extension ErasureStore.Proof {
    /// The day on which the tool ended, in universal time.
    fileprivate var finishedOn: Day? { Day(String(finishedAt.prefix(10))) }

    /// False where the medium verified itself, and where the reading back is a person's word.
    fileprivate var wasReadBackByTool: Bool {
        ["last", "all", "sample"].contains(verified) && !isByHand
    }
}
