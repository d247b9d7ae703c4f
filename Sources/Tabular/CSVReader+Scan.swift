import CSpecialBytes

extension CSVReader {
    private static let lineFeed: UInt8 = 0x0A
    private static let carriageReturn: UInt8 = 0x0D
    private static let quote: UInt8 = 0x22

    /// Walks over the bytes not looked at yet, from one special byte to the next.
    mutating func scan<Failure: Error>(
        _ body: (CSVRecord) throws(Failure) -> Void
    ) throws(Failure) {
        // Letters behind the end: no delimiter may be a letter.
        (buffer + filled).update(repeating: UInt8(ascii: "a"), count: Self.block)
        while cursor < filled {
            let start = cursor
            let size = min(Self.block, filled - start)
            let sight = moulin_look(buffer + start, dialect.delimiter)
            let isForeign =
                sight.high | leadBefore != 0
                && !moulin_is_western(buffer + start, Int32(size), &leadBefore)
            cursor = start + size
            mayBeInvalid = mayBeInvalid || isForeign
            var places = sight.places
            hasMovedCursor = false
            while places != 0 {
                let index = start + places.trailingZeroBitCount
                places &= places &- 1
                let byte = buffer[index]
                // A cell of a record shorter than the longest cell is within every limit.
                if state == .plain, byte == dialect.delimiter, fieldCount < fieldRoom,
                    index - recordStart <= limits.fieldBytes
                {
                    putField(fieldStart, index)
                    fieldStart = index + 1
                    continue
                }
                try handle(byte, at: index, isForeign, body)
                guard !hasMovedCursor else { break }
            }
        }
    }

    private mutating func handle<Failure: Error>(
        _ byte: UInt8,
        at index: Int,
        _ isForeign: Bool,
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
        if recordStart > index { mayBeInvalid = isForeign }
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
