import Application
import Domain

/// What a form carries of the thing that it was made from, so that nobody's change is written over unseen.
enum VersionBox {
    /// The name of the hidden box; no command has a field of this name.
    static let name = "if_match"
}

extension Visit {
    /// The version of a thing as a form carries it; nil for one that is not known.
    ///
    /// Ask before reading what is shown with it.
    func version(of concern: Concern, _ name: String? = nil) async throws(Failure) -> String? {
        guard let visitor else { return nil }
        return try await site.house.version(of: concern, name, as: visitor.speaker)?.text
    }
}

extension Failure {
    /// True when somebody else changed what a form was made from.
    var isAboutVersions: Bool {
        guard case .refused(let refusal) = self else { return false }
        return refusal.code == .subjectChanged
    }
}
