// swift-tools-version:6.2
import PackageDescription

// Hummingbird 2.28.1 needs tools 6.2, so Muster does too.
// Versions are pinned exactly: Package.resolved is not committed, and a newcomer must build what CI built.

var strict: [SwiftSetting] = [
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("InternalImportsByDefault"),
]
// Only bin/ci asks for it: a newer compiler's new warning must not keep a newcomer from building.
if Context.environment["MUSTER_WARNINGS_AS_ERRORS"] == "1" { strict.append(.treatAllWarnings(as: .error)) }

let crypto = Target.Dependency.product(name: "Crypto", package: "swift-crypto")
let cryptoExtras = Target.Dependency.product(name: "CryptoExtras", package: "swift-crypto")
let hummingbird = Target.Dependency.product(name: "Hummingbird", package: "hummingbird")
let logging = Target.Dependency.product(name: "Logging", package: "swift-log")
let metrics = Target.Dependency.product(name: "Metrics", package: "swift-metrics")

let package = Package(
    name: "muster",
    platforms: [.macOS(.v15)],
    traits: [
        .trait(
            name: "PostgreSQL",
            description: "PostgreSQL through libpq. Without it Muster builds on a machine that has no libpq."),
        .default(enabledTraits: ["PostgreSQL"]),
    ],
    dependencies: [
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
        .package(url: "https://github.com/apple/swift-nio", exact: "2.101.2"),
        .package(url: "https://github.com/apple/swift-log", exact: "1.16.2"),
        .package(url: "https://github.com/apple/swift-metrics", exact: "2.13.0"),
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/apple/swift-http-types", exact: "1.8.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", exact: "2.13.0"),
        .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1"),
        .package(url: "https://github.com/swift-server/async-http-client", exact: "1.37.0"),
    ],
    targets: [
        .systemLibrary(name: "CLibpq", pkgConfig: "libpq", providers: [.apt(["libpq-dev"])]),
        .systemLibrary(name: "CLibZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CQREncode", pkgConfig: "libqrencode", providers: [.apt(["libqrencode-dev"])]),
        .systemLibrary(name: "CXLSXWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

        .target(
            name: "Storage",
            dependencies: [
                .target(name: "CLibpq", condition: .when(traits: ["PostgreSQL"])),
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(name: "Markup", swiftSettings: strict),
        .target(
            name: "Federation",
            dependencies: ["Storage", "CQREncode", crypto, cryptoExtras, logging],
            swiftSettings: strict),
        .target(
            name: "Web",
            dependencies: [
                "Federation", "Markup", "CXLSXWriter", "CZlib", crypto, hummingbird, logging, metrics,
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .target(
            name: "Directives",
            dependencies: ["Storage", "Federation", "Markup", "Web", "CLibZip", crypto],
            resources: [.embedInCode("Samples/flood-cover.txt")],
            swiftSettings: strict),
        .target(
            name: "Site",
            dependencies: [
                "Storage", "Federation", "Markup", "Web", "Directives", crypto, hummingbird, logging, metrics,
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            resources: [.embedInCode("Assets/muster.css"), .embedInCode("Assets/muster.js")],
            swiftSettings: strict),
        .executableTarget(
            name: "muster",
            dependencies: [
                "Storage", "Federation", "Directives", "Site", "Web", logging,
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "MusterBench",
            dependencies: [
                "Storage", "Federation", "Directives", "Site", "Web",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
                .product(name: "NIOPosix", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .target(
            name: "MusterTesting",
            dependencies: ["Storage", "Federation"],
            swiftSettings: strict),

        .testTarget(
            name: "StorageTests", dependencies: ["Storage", "Federation", "MusterTesting"], swiftSettings: strict),
        .testTarget(
            name: "FederationTests", dependencies: ["Federation", "Storage", "MusterTesting", crypto],
            swiftSettings: strict),
        .testTarget(
            name: "DirectivesTests",
            dependencies: ["Directives", "Web", "Markup", "Federation", "Storage", "MusterTesting"],
            swiftSettings: strict),
        .testTarget(
            name: "SiteTests",
            dependencies: [
                "Site", "Web", "Markup", "Directives", "Federation", "Storage", "MusterTesting", hummingbird, metrics,
                .product(name: "AsyncHTTPClient", package: "async-http-client"),
                .product(name: "HummingbirdTesting", package: "hummingbird"),
                .product(name: "HTTPTypes", package: "swift-http-types"),
                .product(name: "NIOCore", package: "swift-nio"),
                .product(name: "NIOHTTP1", package: "swift-nio"),
            ],
            swiftSettings: strict),
        .testTarget(name: "TidyTests", swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
