extension HeadingSearch<DeviceField> {
    init(_ reference: ImportReference, _ choices: DeviceListPlan.Choices) {
        self.init(
            wanted: .devices,
            units: reference.units,
            given: choices.headings,
            map: { cells, around in
                HeadingMap(
                    headings: cells,
                    around: around,
                    reference: reference,
                    keepsPersonal: choices.keepsPersonal,
                    chosen: choices.roles
                )
            },
            isEnough: \.namesDevices,
            other: { cells, map in
                guard map.column(of: .serial) == nil, map.column(of: .externalRef) == nil else {
                    return nil
                }
                return reference.list(of: cells, naming: map.fieldCount)
            },
            telling: [.maker, .model, .serial, .externalRef, .kind]
        )
    }
}

extension ImportReference {
    /// The list that these headings betray to someone who wants one of devices, of which they name `count` fields.
    ///
    /// Addresses are a list of locations, unless something in it tells another one: places that stand in one another, people.
    fileprivate func list(of cells: [String], naming count: Int) -> ListSubject? {
        let signed = wrongLists.recognise(cells) { $0 != .devices }
        guard signed == nil || signed == .locations else { return signed }
        let counted = lists.subject(of: cells, naming: count)
        guard let counted, signed == nil || lists.tells(counted, in: cells) else { return signed }
        return counted
    }
}

extension HeadingMap<DeviceField> {
    /// Whether some column can tell one device from another.
    var namesDevices: Bool {
        let names: [DeviceField] = [
            .serial, .externalRef, .model, .maker, .kind, .imei, .mac, .uuid,
        ]
        return names.contains { column(of: $0) != nil }
    }
}
