import FoundationEssentials

extension PersonalData {
    /// What the database answered.
    init(json: String) {
        do {
            self = try JSONDecoder().decode(PersonalData.self, from: Data(json.utf8))
        } catch {
            preconditionFailure("the database writes JSON")
        }
    }
}
