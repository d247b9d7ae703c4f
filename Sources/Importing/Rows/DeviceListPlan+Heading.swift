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
                return reference.wrongLists.recognise(cells, among: { $0 != .devices })
                    ?? reference.lists.subject(of: cells, naming: map.fieldCount)
            }
        )
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
