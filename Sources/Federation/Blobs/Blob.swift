package import Storage

/// A file (附件): its bytes lie in pieces beside it.
package struct Blob: Sendable, Hashable {
    package var id: BlobID
    /// The unit it belongs to.
    package var owner: UnitID
    package var purpose: BlobPurpose
    package var audience: BlobAudience
    /// As its sender called it, for a download.
    package var name: String
    package var mediaType: String
    /// Bytes.
    package var size: Int
    /// SHA-256.
    package var digest: [UInt8]
    package var createdAt: Moment
    /// When it is destroyed; nil where it is kept.
    package var expiresAt: Moment?

    /// Bytes of every piece but the last.
    package static let pieceSize = 1 << 20
    /// Bytes a file has at most: 50 MB.
    package static let sizeMax = 50_000_000
    package static let nameLengthMax = 200

    /// How many pieces there are.
    package var pieces: Int { (size + Self.pieceSize - 1) / Self.pieceSize }
}

package typealias BlobID = ID<Blob>

/// What a file is for, in the words of the context that keeps it: `notice.attachment`.
package struct BlobPurpose: Sendable, Hashable, ColumnValue {
    package let word: String

    package init(_ word: StaticString) { self.word = "\(word)" }

    package init?(columnValue: Value) {
        guard case .text(let word) = columnValue else { return nil }
        self.word = word
    }

    package var columnValue: Value { .text(word) }
}

/// Who may read a file besides those whose grants cover its owner.
package enum BlobAudience: String, Sendable, CaseIterable, ColumnValue {
    /// Nobody else by itself: the context that keeps it decides, as for the addressees of a notice.
    case owner
    /// Every unit below the owner.
    case branch
    /// Everyone who acts as a post.
    case federation
}

/// What is said about a file before its bytes come.
package struct BlobDraft: Sendable, Hashable {
    package var owner: UnitID
    package var purpose: BlobPurpose
    package var audience: BlobAudience
    package var name: String
    package var mediaType: String
    package var expiresAt: Moment?

    /// - Throws: `BlobRefusal.nameUnusable`.
    package init(
        owner: UnitID, purpose: BlobPurpose, audience: BlobAudience = .owner, name: String, mediaType: String,
        expiresAt: Moment? = nil
    ) throws {
        let isUsable =
            !name.isEmpty && name.count <= Blob.nameLengthMax
            && !name.unicodeScalars.contains { $0.properties.generalCategory == .control || $0 == "/" || $0 == "\\" }
        guard isUsable else { throw BlobRefusal.nameUnusable }
        self.owner = owner
        self.purpose = purpose
        self.audience = audience
        self.name = name
        self.mediaType = mediaType
        self.expiresAt = expiresAt
    }
}

package enum BlobRefusal: Refusal, CaseIterable {
    case tooLarge
    case nameUnusable
    /// The upload lay too long, or was kept already.
    case uploadGone

    package var code: String {
        switch self {
        case .tooLarge: "blob.too_large"
        case .nameUnusable: "blob.name_unusable"
        case .uploadGone: "blob.upload_gone"
        }
    }

    package var manner: RefusalManner {
        switch self {
        case .tooLarge: .tooLarge
        case .nameUnusable: .invalid
        case .uploadGone: .conflict
        }
    }

    package var sentence: Sentence {
        switch self {
        case .tooLarge:
            Sentence(
                zh: "文件超过 \(Blob.sizeMax / 1_000_000) MB。",
                en: "The file is larger than \(Blob.sizeMax / 1_000_000) MB.")
        case .nameUnusable:
            Sentence(
                zh: "文件名要有 1 到 \(Blob.nameLengthMax) 个字，不带斜线。",
                en: "A file name has 1 to \(Blob.nameLengthMax) characters and no slashes.")
        case .uploadGone: Sentence(zh: "这次上传已经失效。", en: "This upload is no longer there.")
        }
    }

    package var wayOn: Sentence? {
        switch self {
        case .tooLarge: Sentence(zh: "拆开，或者压缩图片后再传。", en: "Split it, or make its pictures smaller.")
        case .nameUnusable: Sentence(zh: "改了名再传。", en: "Rename it and send it again.")
        case .uploadGone: Sentence(zh: "把文件再传一次。", en: "Send the file again.")
        }
    }
}
