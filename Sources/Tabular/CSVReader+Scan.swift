extension CSVReader {
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D
    private static let quote: UInt8 = 0x22

    /// Walks over the bytes not looked at yet, from one special byte to the next.
    mutating func scan<Failure: Error>(
        _ body: (CSVRecord) throws(Failure) -> Void
    ) throws(Failure) {
        let special = SpecialBytes(delimiter: dialect.delimiter)
        while cursor < filled {
            let start = cursor
            let sight = look(at: start, special)
            cursor = start + sight.size
            nonASCII |= sight.high
            var places = sight.places
            hasMovedCursor = false
            while places != 0 {
                let index = start + places.trailingZeroBitCount
                places &= places &- 1
                let byte = buffer[index]
                // A cell of a record shorter than the longest cell is within every limit.
                if state == .plain, byte == special.delimiter, fieldCount < fieldRoom,
                    index - recordStart <= limits.fieldBytes
                {
                    putField(fieldStart, index)
                    fieldStart = index + 1
                    continue
                }
                try handle(byte, at: index, sight.high, body)
                guard !hasMovedCursor else { break }
            }
        }
    }

    /// What stands in the next bytes: a bit for each special one, and whether any is above ASCII.
    private struct Sight {
        var size: Int
        var places: UInt64 = 0
        var high: UInt64 = 0
    }

    /// Looks at 64 bytes, or at up to eight where fewer are left: one branch for many cells, instead of one for each few bytes.
    @inline(__always)
    private func look(at start: Int, _ special: SpecialBytes) -> Sight {
        guard filled - start >= 64 else {
            let size = min(8, filled - start)
            let word = loadWord(at: start, size: size)
            let places = SpecialBytes.places(special.mask(word))
            return Sight(size: size, places: places, high: SpecialBytes.nonASCII(word))
        }
        var sight = Sight(size: 64)
        for offset in stride(from: 0, to: 64, by: 8) {
            let word = loadWord(at: start + offset, size: 8)
            sight.places |= SpecialBytes.places(special.mask(word)) << UInt64(offset)
            sight.high |= SpecialBytes.nonASCII(word)
        }
        return sight
    }

    @inline(__always)
    private func loadWord(at index: Int, size: Int) -> UInt64 {
        let source = UnsafeRawPointer(buffer + index)
        guard size < 8 else { return UInt64(littleEndian: source.loadUnaligned(as: UInt64.self)) }
        // Letters fill the end: no delimiter may be a letter.
        var word: UInt64 = 0x6161_6161_6161_6161
        for place in 0..<size {
            let shift = UInt64(place * 8)
            word &= ~(0xFF << shift)
            word |= UInt64(buffer[index + place]) << shift
        }
        return word
    }

    private mutating func handle<Failure: Error>(
        _ byte: UInt8,
        at index: Int,
        _ high: UInt64,
        _ body: (CSVRecord) throws(Failure) -> Void
    ) throws(Failure) {
        guard try !breakOffWhatIsTooLong(at: index, body) else { return }
        if byte == 0 { note(.nul, at: index) }
        switch state {
        case .plain:
            try handlePlain(byte, at: index, body)
        case .quoted:
            handleQuoted(byte, at: index)
        case .closed:
            try handleClosed(byte, at: index, body)
        case .skipping:
            guard byte == Self.lineFeed || byte == Self.carriageReturn else { return }
            beginRecord(at: index + 1, afterReturn: byte == Self.carriageReturn)
        }
        // The rest of what was looked at belongs to the next record.
        if recordStart > index { nonASCII = high }
    }

    private mutating func handlePlain<Failure: Error>(
        _ byte: UInt8,
        at index: Int,
        _ body: (CSVRecord) throws(Failure) -> Void
    ) throws(Failure) {
        switch byte {
        case Self.quote where index == fieldStart:
            state = .quoted
            quoteOpen = index
            quoteLine = line
            isEscaped = dialect.escapesWithBackslash
        case Self.lineFeed where endedByReturn && index == recordStart:
            recordStart = index + 1
            fieldStart = index + 1
            endedByReturn = false
        case Self.lineFeed, Self.carriageReturn:
            try endLine(byte, at: index, body)
        case dialect.delimiter where index - recordStart <= limits.recordBytes:
            addField(fieldStart, index)
            fieldStart = index + 1
        default: break
        }
    }

    private mutating func handleQuoted(_ byte: UInt8, at index: Int) {
        switch byte {
        case Self.quote:
            if dialect.escapesWithBackslash, isBackslashed(index) { return }
            state = .closed
            quoteClose = index
        case Self.lineFeed where buffer[index - 1] == Self.carriageReturn: break
        case Self.lineFeed, Self.carriageReturn: line += 1
        default: break
        }
    }

    private func isBackslashed(_ index: Int) -> Bool {
        var before = index - 1
        while before > quoteOpen, buffer[before] == UInt8(ascii: "\\") { before -= 1 }
        return (index - 1 - before) % 2 == 1
    }

    private mutating func handleClosed<Failure: Error>(
        _ byte: UInt8,
        at index: Int,
        _ body: (CSVRecord) throws(Failure) -> Void
    ) throws(Failure) {
        if byte == Self.quote, index == quoteClose + 1 {
            state = .quoted
            isEscaped = true
            return
        }
        if byte == dialect.delimiter {
            closeField(at: index)
            fieldStart = index + 1
        } else if byte == Self.lineFeed || byte == Self.carriageReturn {
            try endLine(byte, at: index, body)
        } else if byte == Self.quote {
            note(.textAfterQuote, at: index)
            state = .plain
        }
    }

    /// Adds the quoted cell that ends before `index`.
    mutating func closeField(at index: Int) {
        for place in (quoteClose + 1)..<index where buffer[place] != 0x20 && buffer[place] != 0x09 {
            note(.textAfterQuote, at: place)
            break
        }
        var end = quoteClose
        if isEscaped { end = unescape(quoteOpen + 1, quoteClose) }
        addField(quoteOpen + 1, end)
        state = .plain
    }

    /// Takes the escapes out of a cell, in place.
    ///
    /// - Returns: The new end. Quotes fill what is left, so that the bytes stay text.
    private mutating func unescape(_ start: Int, _ end: Int) -> Int {
        var target = start
        var source = start
        while source < end {
            var byte = buffer[source]
            let next = source + 1 < end ? buffer[source + 1] : 0
            let isDoubled = byte == Self.quote && next == Self.quote
            let isEscape =
                dialect.escapesWithBackslash && byte == UInt8(ascii: "\\")
                && (next == Self.quote || next == byte)
            if isDoubled || isEscape {
                source += 1
                byte = next
            }
            buffer[target] = byte
            target += 1
            source += 1
        }
        (buffer + target).update(repeating: Self.quote, count: end - target)
        return target
    }
}
