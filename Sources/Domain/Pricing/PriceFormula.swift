/// Where the price of a type comes from when the grid has no row of its own (rulebook 2.3).
public enum PriceFormula: Hashable, Sendable {
    case row(DeviceType)
    case difference(DeviceType, DeviceType)
    case multiple(DeviceType, Int)
    /// Not sold to families.
    case none
}

extension DeviceType {
    public var priceFormula: PriceFormula {
        switch self {
        case .laptop, .desktopSet, .tablet, .smartphone, .monitor, .printer: .row(self)
        case .allInOne: .row(.desktopSet)
        case .desktopTower, .miniPc: .difference(.desktopSet, .monitor)
        case .mfp: .multiple(.printer, 2)
        case .server, .network, .peripheral, .storageMedium, .crt: .none
        }
    }
}
