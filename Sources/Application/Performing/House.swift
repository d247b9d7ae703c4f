/// The application under the name by which a door calls it whose framework has an `Application` of its own.
public typealias House = Application
