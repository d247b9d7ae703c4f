// swift-tools-version: 6.2
import PackageDescription

/// Strict everywhere: an import is private unless it says otherwise, a member comes from a module that the file
/// names, and an existential is visible as one.
let strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .swiftLanguageMode(.v6),
]

func layer(_ name: String, _ dependencies: [Target.Dependency] = []) -> Target {
    .target(name: name, dependencies: dependencies, swiftSettings: strict)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
    .testTarget(
        name: "\(name)Tests",
        dependencies: [.byName(name: name)] + dependencies,
        swiftSettings: strict
    )
}

let package = Package(
    name: "moulin",
    products: [.executable(name: "moulin", targets: ["moulin"])],
    dependencies: [
        // Exact, so that a build today and a build next year are the same build.
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        // Spawns the private cluster; without Foundation, which would cost every start of the CLI.
        .package(url: "https://github.com/swiftlang/swift-subprocess", exact: "1.0.2", traits: []),
        // The paths and descriptors in the signatures of swift-subprocess; it comes with it.
        .package(url: "https://github.com/apple/swift-system", exact: "1.8.1"),
        // The service, without the traits that would pull the full Foundation and configuration files into it.
        .package(
            url: "https://github.com/hummingbird-project/hummingbird",
            exact: "2.28.1",
            traits: []
        ),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", exact: "2.1.1"),
        // In the signatures of Hummingbird; they come with it.
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0", traits: []),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        // Codes of telephones and the tokens of other services: libsodium has neither SHA-1 nor RSA.
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(
            url: "https://github.com/swift-server/swift-service-lifecycle",
            exact: "2.13.0"
        ),
    ],
    targets: [
        // C libraries, each behind one thin system target.
        .systemLibrary(name: "CLibPQ", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(
            name: "CPango",
            pkgConfig: "pangocairo",
            providers: [.apt(["libpango1.0-dev"])]
        ),
        .systemLibrary(name: "CZint", providers: [.apt(["libzint-dev"])]),
        .systemLibrary(
            name: "CSodium",
            pkgConfig: "libsodium",
            providers: [.apt(["libsodium-dev"])]
        ),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
        // No library: what a compiler of C can say of bytes and Swift cannot.
        .systemLibrary(name: "CSpecialBytes"),

        // Mail: the one call that is needed of libcurl, whose options are variadic C.
        .target(name: "CCurl", linkerSettings: [.linkedLibrary("curl")]),

        // The layers, lowest first. An arrow is an import; nothing points up.
        layer("Postgres", ["CLibPQ"]),
        layer("Domain"),
        layer("Tabular", ["CZip", "CExpat", "CSpecialBytes"]),
        layer("Importing", ["Domain", "Tabular"]),
        layer("Documents", ["Domain", "CPango", "CZint"]),
        layer(
            "Proving",
            [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]
        ),
        layer(
            "Cluster",
            [
                "CLibPQ",
                .product(name: "Subprocess", package: "swift-subprocess"),
                .product(name: "SystemPackage", package: "swift-system"),
            ]
        ),
        .target(
            name: "Schema",
            path: "Schema",
            resources: [
                .copy("migrations"), .copy("views"), .copy("functions"), .copy("roles.sql"),
                .copy("lifecycle"), .copy("reference"), .copy("verify"), .copy("lint"),
            ],
            swiftSettings: strict
        ),
        layer("Store", ["Postgres", "Schema", "Domain", "CSodium"]),
        layer(
            "Application",
            [
                "Store", "Schema", "Postgres", "Domain", "Importing", "Tabular", "Documents",
                "Cluster", "Proving",
                "CSodium", "CCurl",
            ]
        ),
        .target(
            name: "Web",
            dependencies: [
                "Application", "Domain",
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "Mustache", package: "swift-mustache"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
            ],
            resources: [.copy("Templates"), .copy("Assets"), .copy("Locales")],
            swiftSettings: strict
        ),
        layer(
            "CommandLine",
            [
                "Application", "Domain", "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ]
        ),
        .executableTarget(name: "moulin", dependencies: ["CommandLine"], swiftSettings: strict),

        // What Scripts/bench measures without a door in front; no part of the product.
        .executableTarget(
            name: "moulin-bench",
            dependencies: ["Application", "Domain", "Store", "Postgres", "Cluster", "Tabular"],
            path: "Scripts/benchmarks/Harness",
            swiftSettings: strict
        ),

        .target(
            name: "TestSupport",
            dependencies: ["Postgres", "Cluster", "CZip"],
            path: "Tests/TestSupport",
            swiftSettings: strict
        ),
        .target(
            name: "TownSupport",
            dependencies: [
                "TestSupport", "Application", "Store", "Schema", "Domain", "Postgres", "Cluster",
                "Importing",
            ],
            path: "Tests/TownSupport",
            swiftSettings: strict
        ),
        tests(
            "Schema",
            [
                "TownSupport", "TestSupport", "Store", "Application", "Domain", "Postgres",
                "Cluster",
                "Importing",
            ]
        ),
        tests(
            "Application",
            [
                "TownSupport", "TestSupport", "Store", "Schema", "Domain", "Postgres", "Cluster",
                "Importing", "Tabular", "Documents", "Proving",
            ]
        ),
        tests("CommandLine", ["Application", "Domain"]),
        tests(
            "Web",
            [
                "TownSupport", "TestSupport", "Application", "Domain", "Proving", "Store",
                "Postgres",
                "Cluster",
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "Hummingbird", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOEmbedded", package: "swift-nio"),
                .product(name: "Logging", package: "swift-log"),
            ]
        ),
        tests("Postgres", ["TestSupport", "Cluster"]),
        tests("Domain", []),
        tests(
            "Proving",
            [
                .product(name: "Crypto", package: "swift-crypto"),
                .product(name: "CryptoExtras", package: "swift-crypto"),
            ]
        ),
        tests("Tabular", ["TestSupport"]),
        tests("Importing", ["Domain", "Tabular"]),
        tests("Documents", ["Domain"]),
        .executableTarget(
            name: "ClusterHost",
            dependencies: ["Cluster"],
            path: "Tests/ClusterHost",
            swiftSettings: strict
        ),
        tests("Cluster", ["ClusterHost", "Postgres", "TestSupport"]),
    ]
)
