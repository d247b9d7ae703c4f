extension SentHardware.Drive {
    /// Each drive once: what a report says of one by parts is said together.
    ///
    /// Known again by serial number, or, without one, by world-wide name, as the database knows them.
    static func merged(_ drives: [Self]) -> [Self] {
        var merged: [Self] = []
        for drive in drives {
            let known = merged.firstIndex { other in
                drive.serialKey != nil
                    ? other.serialKey == drive.serialKey : other.wwn == drive.wwn
            }
            if let known {
                merged[known] = merged[known].completed(by: drive)
            } else {
                merged.append(drive)
            }
        }
        return merged
    }

    private func completed(by other: Self) -> Self {
        Self(
            mediaKind: mediaKind ?? other.mediaKind,
            maker: maker ?? other.maker,
            model: model ?? other.model,
            serial: serial,
            serialKey: serialKey,
            wwn: wwn ?? other.wwn,
            firmware: other.firmware ?? firmware,
            interface: other.interface ?? interface,
            capacityGB: capacityGB ?? other.capacityGB,
            health: health ?? other.health
        )
    }
}
