import Domain
public import Store

extension Application {
    /// Asks the State for the quotient of an application's family, and sets it as evidence; asks nothing while no interface is given.
    ///
    /// The question goes out before the transaction begins, so that no row waits on the network. What stays is the figure, the
    /// fund, the month and that a proof was seen today; the answer itself is dropped.
    ///
    /// - Throws: `.refused` with `state_quotient_missing` and the reason, and whatever keeps evidence from being set.
    public func fetchQuotient(
        for application: Int64,
        of person: StateIdentity,
        from interface: (any QuotientInterface)?,
        as speaker: Speaker
    ) async throws(Failure) -> SetEvidence.Outcome {
        // Whoever may not set evidence may not ask the State either.
        _ = try await ask(ShowApplication(application: application), as: speaker)
        let found: StateQuotient
        do throws(StateInterfaceFailure) {
            guard let interface else { throw .off }
            found = try await interface.quotient(of: person)
        } catch {
            throw .refused(.noStateQuotient(error))
        }
        guard let value = found.value else { throw .refused(.noStateQuotient(.unknownFamily)) }
        let opened = try await ask(Today(), as: speaker)
        _ = try await perform(
            NoteProof(
                application: application,
                proof: .familyFundsCertificate,
                datedOn: opened
            ),
            as: speaker
        )
        let official = HouseholdMeans.Official(
            quotient: value,
            fund: found.fund == .msa ? .msa : .caf,
            year: found.year,
            month: found.month
        )
        return try await perform(
            SetEvidence(application: application, official: official),
            as: speaker
        )
    }
}

extension Refusal {
    fileprivate static func noStateQuotient(_ failure: StateInterfaceFailure) -> Refusal {
        Refusal(
            .stateQuotientMissing,
            ["reason": .word(failure.word, failure.label)],
            next: ["note-proof", "set-evidence"]
        )
    }
}
