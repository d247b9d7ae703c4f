import Hummingbird
import Logging
import NIOCore

/// What the server knows of a request besides the request.
struct VisitContext: RequestContext {
    var coreContext: CoreRequestContextStorage
    /// The number of the machine at the other end, without its port.
    let address: String

    init(source: ApplicationRequestContextSource) {
        coreContext = CoreRequestContextStorage(source: source)
        address = source.channel.remoteAddress?.ipAddress ?? "local"
    }
}
