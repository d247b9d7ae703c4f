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

    /// Who verified: the second person of each drive that was read back again, and of the others the operator, by whose
    /// tool alone they were verified.
    func verified(
        _ proofs: [ErasureStore.Proof],
        _ language: Language
    ) -> ErasureCertificate.Operator {
        let again = proofs.filter { $0.verifierName != nil }
        let once = proofs.filter { $0.verifierName == nil }
        let byTool = Phrase(
            fr: "relecture par l'outil de l'opérateur",
            en: "read back by the operator's tool"
        )
        return actors(
            again.compactMap(\.verifierName) + once.map(\.operatorName),
            (again.isEmpty ? [] : [Role.qaVerifier.label]) + (once.isEmpty ? [] : [byTool]),
            again.compactMap(\.verifiedOn) + once.compactMap(\.finishedOn),
            language
        )
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
}
