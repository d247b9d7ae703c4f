import Domain
import Testing

@Suite struct FoldedTextTests {
    @Test(arguments: [
        ("Élodie", "elodie"), ("E\u{301}lodie", "elodie"), ("ŒUVRE", "oeuvre"),
        ("Straße", "strasse"),
        ("Łukasz", "lukasz"), ("Jean-Noël D'Arc", "jean-noel d'arc"), ("Đặng", "dang"),
        ("ÆØÅ", "aeoa"),
        ("İstanbul", "istanbul"), ("Işık", "isik"), ("42", "42"), ("", ""),
    ])
    func `two writings of one name are one`(written: String, folded: String) {
        #expect(FoldedText(written).text == folded)
    }
}
