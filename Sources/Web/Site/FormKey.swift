/// Made with each form: sending it twice acts once.
enum FormKey {
    static func fresh() -> String {
        var generator = SystemRandomNumberGenerator()
        let number = (generator.next() as UInt64, generator.next() as UInt64)
        return "form-" + String(number.0, radix: 16) + String(number.1, radix: 16)
    }
}
