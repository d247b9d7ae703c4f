/// What bytes 0x80–0xFF mean in the single-byte charsets, sixteen to a row; NUL stands for a byte that means nothing.
///
/// Written out, and not asked of the C library: slim images lack its conversion tables.
enum CharsetTables {
    /// Windows in western Europe.
    static let windows1252: [Unicode.Scalar] = scalars(
        """
        €\0‚ƒ„…†‡ˆ‰Š‹Œ\0Ž\0\
        \0‘’“”•–—˜™š›œ\0žŸ\
        \u{A0}¡¢£¤¥¦§¨©ª«¬\u{AD}®¯\
        °±²³´µ¶·¸¹º»¼½¾¿\
        ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ\
        ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
        àáâãäåæçèéêëìíîï\
        ðñòóôõö÷øùúûüýþÿ
        """
    )

    /// Latin-1 with the euro; 0x80–0x9F are controls, which no list holds.
    static let latin9: [Unicode.Scalar] = scalars(
        """
        \u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8A}\u{8B}\u{8C}\u{8D}\u{8E}\u{8F}\
        \u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9A}\u{9B}\u{9C}\u{9D}\u{9E}\u{9F}\
        \u{A0}¡¢£€¥Š§š©ª«¬\u{AD}®¯\
        °±²³Žµ¶·ž¹º»ŒœŸ¿\
        ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏ\
        ÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞß\
        àáâãäåæçèéêëìíîï\
        ðñòóôõö÷øùúûüýþÿ
        """
    )

    /// Mac OS before X, and Excel for Mac long after.
    static let macRoman: [Unicode.Scalar] = scalars(
        """
        ÄÅÇÉÑÖÜáàâäãåçéè\
        êëíìîïñóòôöõúùûü\
        †°¢£§•¶ß®©™´¨≠ÆØ\
        ∞±≤≥¥µ∂∑∏π∫ªºΩæø\
        ¿¡¬√ƒ≈∆«»…\u{A0}ÀÃÕŒœ\
        –—“”‘’÷◊ÿŸ⁄€‹›ﬁﬂ\
        ‡·‚„‰ÂÊÁËÈÍÎÏÌÓÔ\
        \u{F8FF}ÒÚÛÙıˆ˜¯˘˙˚¸˝˛ˇ
        """
    )

    /// The DOS window in western Europe.
    static let dos850: [Unicode.Scalar] = scalars(
        """
        ÇüéâäàåçêëèïîìÄÅ\
        ÉæÆôöòûùÿÖÜø£Ø×ƒ\
        áíóúñÑªº¿®¬½¼¡«»\
        ░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐\
        └┴┬├─┼ãÃ╚╔╩╦╠═╬¤\
        ðÐÊËÈıÍÎÏ┘┌█▄¦Ì▀\
        ÓßÔÒõÕµþÞÚÛÙýÝ¯´\
        \u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}
        """
    )

    private static func scalars(_ text: String) -> [Unicode.Scalar] {
        let scalars = Array(text.unicodeScalars)
        precondition(scalars.count == 128, "a table of 128 characters")
        return scalars
    }
}
