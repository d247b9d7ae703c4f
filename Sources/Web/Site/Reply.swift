import HTTPTypes
import Hummingbird
import NIOCore

/// What goes back: a page, JSON, a file or the way to another page.
struct Reply: Sendable {
    var status: HTTPResponse.Status = .ok
    var headers: HTTPFields = [:]
    var body: [UInt8] = []

    static func html(_ text: String, status: HTTPResponse.Status = .ok) -> Reply {
        Reply(
            status: status,
            headers: [.contentType: "text/html; charset=utf-8"],
            body: Array(text.utf8)
        )
    }

    static func json(
        _ bytes: [UInt8],
        status: HTTPResponse.Status = .ok,
        type: String = "application/json"
    ) -> Reply {
        Reply(status: status, headers: [.contentType: type], body: bytes)
    }

    /// A file to keep; the name has no quotes and no path.
    static func file(_ bytes: [UInt8], type: String, name: String) -> Reply {
        Reply(
            headers: [
                .contentType: type, .contentDisposition: "attachment; filename=\"\(name)\"",
            ],
            body: bytes
        )
    }

    /// After a form: look at another page of this site, so that reloading sends nothing again.
    static func see(_ path: String) -> Reply {
        Reply(status: .seeOther, headers: [.location: path])
    }

    var response: Response {
        Response(
            status: status,
            headers: headers,
            body: ResponseBody(byteBuffer: ByteBuffer(bytes: body))
        )
    }
}
