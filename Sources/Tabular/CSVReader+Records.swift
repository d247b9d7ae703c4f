extension CSVReader {
    /// Ends the record at a line end, unless the line is blank.
    mutating func endLine<Failure: Error>(
        _ byte: UInt8,
        at index: Int,
        _ body: (CSVRecord) throws(Failure) -> Void
    ) throws(Failure) {
        let isReturn = byte == 0x0D
        let isBlank = state == .plain && fieldCount == 0 && index == fieldStart
        guard isBlank else { return try endRecord(at: index, afterReturn: isReturn, body) }
        beginRecord(at: index + 1, afterReturn: isReturn)
    }

    mutating func endRecord<Failure: Error>(
        at index: Int,
        afterReturn: Bool = false,
        _ body: (CSVRecord) throws(Failure) -> Void
    ) throws(Failure) {
        if state == .closed { closeField(at: index) } else { addField(fieldStart, index) }
        if mayBeInvalid || leadBefore != 0 { validate(end: index) }
        let record = lend(end: index)
        beginRecord(at: index + 1, afterReturn: afterReturn)
        try body(record)
    }

    mutating func beginRecord(at index: Int, afterReturn: Bool) {
        line += 1
        restart(at: index, afterReturn: afterReturn)
    }

    private mutating func restart(at index: Int, afterReturn: Bool) {
        recordLine = line
        recordStart = index
        fieldStart = index
        fieldCount = 0
        fault = nil
        mayBeInvalid = false
        state = .plain
        endedByReturn = afterReturn
    }

    private mutating func lend(end: Int) -> CSVRecord {
        number += 1
        return CSVRecord(
            line: recordLine,
            number: number,
            count: fieldCount,
            fault: fault,
            base: UnsafeRawPointer(buffer + recordStart),
            size: end - recordStart,
            fields: UnsafePointer(fields)
        )
    }

    /// Refuses a record whose bytes are not UTF-8; those of ASCII and French do not come here.
    private mutating func validate(end: Int) {
        let bytes = UnsafeBufferPointer(start: buffer + recordStart, count: end - recordStart)
        do throws(UTF8.ValidationError) {
            _ = try UTF8Span(validating: bytes.span)
        } catch {
            let place = recordStart + error.byteOffsets.lowerBound
            let behind = (0..<fieldCount).last { recordStart + Int(fields[$0].start) <= place }
            let lines = lineEnds(from: recordStart, to: place)
            fieldCount = behind ?? 0
            defer { fieldCount = max(fieldCount, 1) }
            note(.invalidText, at: place, line: recordLine + lines)
        }
    }

    private func lineEnds(from start: Int, to end: Int) -> Int {
        (start..<end).count { index in
            buffer[index] == 0x0D
                || (buffer[index] == 0x0A && (index == start || buffer[index - 1] != 0x0D))
        }
    }

    /// Gives up the record with the open quote at the end of the line where it opens, and reads on from the next line.
    mutating func recover<Failure: Error>(
        _ reason: CSVFault.Reason,
        _ body: (CSVRecord) throws(Failure) -> Void
    ) throws(Failure) {
        note(reason, at: quoteOpen, line: quoteLine)
        line = quoteLine
        leadBefore = 0
        let end = (quoteOpen..<filled).first { buffer[$0] == 0x0A || buffer[$0] == 0x0D }
        let record = lend(end: end ?? filled)
        hasMovedCursor = true
        guard let end else {
            state = .skipping
            recordStart = filled
            cursor = filled
            return try body(record)
        }
        beginRecord(at: end + 1, afterReturn: buffer[end] == 0x0D)
        cursor = end + 1
        try body(record)
    }

    /// Gives up the record in hand when, seen up to `index`, it is past a limit.
    ///
    /// - Returns: true when reading goes on elsewhere; false to go on at `index`, be it only to look for the line's end.
    mutating func breakOffWhatIsTooLong<Failure: Error>(
        at index: Int,
        _ body: (CSVRecord) throws(Failure) -> Void
    ) throws(Failure) -> Bool {
        if state == .skipping { return false }
        let cell = index - (state == .quoted ? quoteOpen + 1 : fieldStart)
        if cell > limits.fieldBytes, state != .closed {
            guard state == .plain else {
                try recover(.fieldTooLong, body)
                return true
            }
            note(.fieldTooLong, at: fieldStart)
        }
        guard index - recordStart > limits.recordBytes else { return false }
        guard state != .quoted else {
            try recover(.recordTooLong, body)
            return true
        }
        note(.recordTooLong, at: recordStart)
        let record = lend(end: index)
        state = .skipping
        recordStart = index
        try body(record)
        return false
    }
}
