import Federation
import NIOCore
import Testing
import Web

@Suite("A form with files")
struct MultipartTests {
    private static let boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW"

    private static func part(_ head: String, _ bytes: [UInt8]) -> [UInt8] {
        Array("--\(boundary)\r\n\(head)\r\n\r\n".utf8) + bytes + Array("\r\n".utf8)
    }

    private static func text(_ name: String, _ value: String) -> [UInt8] {
        part("Content-Disposition: form-data; name=\"\(name)\"", Array(value.utf8))
    }

    private static func file(_ name: String, _ filename: String, _ bytes: [UInt8]) -> [UInt8] {
        part(
            "Content-Disposition: form-data; name=\"\(name)\"; filename=\"\(filename)\"\r\nContent-Type: image/png",
            bytes)
    }

    private static let end = Array("--\(boundary)--\r\n".utf8)

    private func read(
        _ chunks: [[UInt8]], _ limits: MultipartLimits = MultipartLimits(), boundary: String = Self.boundary
    ) async throws -> (FormFields, [UploadedFile]) {
        let body = AsyncStream<ByteBuffer> { stream in
            for chunk in chunks { stream.yield(ByteBuffer(bytes: chunk)) }
            stream.finish()
        }
        return try await Multipart.read(
            body, contentType: "multipart/form-data; boundary=\(boundary)", limits: limits)
    }

    // MARK: - Refusals

    @Test("is refused as soon as a file is over the limit, whatever would follow")
    func fileTooLarge() throws {
        var parser = try MultipartParser(boundary: Self.boundary, limits: MultipartLimits(fileBytesMax: 100))
        _ = try parser.feed(Array(Self.file("f", "a.png", [UInt8](repeating: 1, count: 100)).dropLast(2)))
        #expect(throws: UploadRefusal.tooLarge(limitBytes: 100)) { try parser.feed([1]) }
    }

    @Test("is refused when a page that takes no files gets one")
    func noFiles() async {
        await #expect(throws: UploadRefusal.tooLarge(limitBytes: 0)) {
            try await read([Self.file("f", "a.png", [1]) + Self.end], MultipartLimits(fileBytesMax: 0))
        }
    }

    @Test("is refused when its text, its files or all of it is too much")
    func tooMuch() async throws {
        let limits = MultipartLimits(textBytesMax: 10, fileBytesMax: 10, filesMax: 2, totalBytesMax: 1_000)
        let fits = Self.text("a", "12345") + Self.text("b", "67890") + Self.file("f", "1", []) + Self.file("f", "2", [])
        #expect(try await read([fits + Self.end], limits).0.fields.count == 2)
        await #expect(throws: UploadRefusal.formTooLarge(limitBytes: 10)) {
            try await read([fits + Self.text("c", "1") + Self.end], limits)
        }
        await #expect(throws: UploadRefusal.tooManyFiles(limit: 2)) {
            try await read([fits + Self.file("f", "3", []) + Self.end], limits)
        }
        await #expect(throws: UploadRefusal.formTooLarge(limitBytes: 1_000)) {
            try await read([fits + Self.end, [UInt8](repeating: 0, count: 1_000)], limits)
        }
        let many = (0...FormFields.countMax).flatMap { _ in Self.text("a", "") }
        await #expect(throws: FormRefusal.tooManyFields) { try await read([many + Self.end]) }
    }

    @Test(
        "is refused when it is not what it says",
        arguments: [
            "", "no delimiter at all", "--B", "--B\r\n", "--B-", "--Bx\r\n", "--B\n", "--B\r\r",
            "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\ncut short",
            "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nv\r\n--B",
            "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nv\r\n--Bmore--\r\n",
            "--B\r\n\r\nno head\r\n--B--", "--B\r\nContent-Disposition: form-data\r\n\r\nno name\r\n--B--",
            "--B\r\nContent-Disposition: attachment; name=\"a\"\r\n\r\nv\r\n--B--",
            "--B\r\nContent-Disposition: form-data; name=\"a\r\n\r\nopen quotation\r\n--B--",
            "--B\r\nContent-Disposition: form-data; name=\"a\"; name=\"b\"\r\n\r\nv\r\n--B--",
            "--B\r\nContent-Disposition: form-data; name=\"a\"\nX: line end\r\n\r\nv\r\n--B--",
            "--B\r\nno colon\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\nv\r\n--B--",
            "--B\r\nContent-Disposition: form-data; name=\"a\"\r\n folded\r\n\r\nv\r\n--B--",
            "--B\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Disposition: form-data; name=\"b\"\r\n\r\nv\r\n--B--",
            "--B\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Transfer-Encoding: base64\r\n\r\nv\r\n--B--",
        ])
    func broken(_ body: String) async {
        await #expect(throws: UploadRefusal.broken) { try await read([Array(body.utf8)], boundary: "B") }
    }

    @Test("is refused when a head never ends")
    func endlessHead() async {
        let body =
            Array("--B\r\nContent-Disposition: form-data; name=\"".utf8) + [UInt8](repeating: 0x61, count: 20_000)
        await #expect(throws: UploadRefusal.broken) { try await read([body], boundary: "B") }
    }

    @Test("is refused when its text is no text")
    func notText() async {
        await #expect(throws: FormRefusal.notText) {
            try await read([Self.part("Content-Disposition: form-data; name=\"a\"", [0xFF]) + Self.end])
        }
    }

    @Test("needs a boundary that the standard allows")
    func boundaries() {
        #expect(Multipart.boundary("multipart/form-data; boundary=abc") == "abc")
        #expect(Multipart.boundary("Multipart/Form-Data; charset=utf-8; Boundary=\"a b:c\"") == "a b:c")
        #expect(Multipart.boundary("multipart/form-data") == nil)
        #expect(Multipart.boundary("multipart/mixed; boundary=abc") == nil)
        #expect(Multipart.boundary("application/x-www-form-urlencoded") == nil)
        for boundary in ["", "a\r\nb", "é", "a\"b", "trailing ", String(repeating: "a", count: 71)] {
            #expect(throws: UploadRefusal.broken) { try MultipartParser(boundary: boundary) }
        }
    }

    @Test("tells in both languages how large a file may be, and what to do")
    func words() {
        let refusal = UploadRefusal.tooLarge(limitBytes: 4 << 20)
        #expect(refusal.manner == .tooLarge)
        #expect(refusal.sentence.zh.contains("4 MB") && refusal.sentence.en.contains("4 MB"))
        #expect(refusal.wayOn != nil)
        #expect(UploadRefusal.tooLarge(limitBytes: 3 << 19).sentence.en.contains("1.5 MB"))
        #expect(UploadRefusal.tooLarge(limitBytes: 600 << 10).sentence.en.contains("600 KB"))
        #expect(UploadRefusal.tooLarge(limitBytes: 0).sentence.en == "This page takes no files.")
    }

    // MARK: - What is read

    @Test("gives its fields and files, with what surrounds them ignored")
    func whole() async throws {
        let png: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0xFF]
        let body =
            Array("preamble\r\n".utf8) + Self.text("title", "关于汛期值班的通知") + Self.file("scan", "红头.png", png)
            + Self.text("to", "1\r\n--\r\n2") + Self.text("to", "") + Self.file("none", "", []) + Self.end
            + Array("epilogue --\(Self.boundary)".utf8)
        let (fields, files) = try await read([body])
        #expect(fields.fields.map(\.name) == ["title", "to", "to"])
        #expect(fields.first("title") == "关于汛期值班的通知")
        #expect(fields.all("to") == ["1\r\n--\r\n2", ""])
        #expect(files == [UploadedFile(name: "scan", filename: "红头.png", mediaType: "image/png", bytes: png)])
    }

    @Test("may be empty")
    func empty() async throws {
        let (fields, files) = try await read([Self.end])
        #expect(fields.isEmpty && files.isEmpty)
    }

    @Test(
        "shows only the last component of a file's name, and none of its tricks",
        arguments: [
            ("C:\\Users\\a\\报告.docx", "报告.docx"), ("../../etc/passwd", "passwd"), ("a%22b.txt", "a\"b.txt"),
            ("a\\\"b.txt", "a\"b.txt"), ("a;b=c.txt", "a;b=c.txt"), ("100%.txt", "100%.txt"),
            ("\u{202E}gpj.exe", "gpj.exe"), ("a\u{0}b\u{7}.txt", nil), ("a\u{7}b.txt", "ab.txt"),
        ])
    func filename(sent: String, shown: String?) async throws {
        guard let shown else {
            await #expect(throws: FormRefusal.notText) { try await read([Self.file("f", sent, [1]) + Self.end]) }
            return
        }
        #expect(try await read([Self.file("f", sent, [1]) + Self.end]).1.map(\.filename) == [shown])
    }

    @Test("takes the extended file name of clients that know no better, and no media type that is none")
    func heads() async throws {
        let extended = Self.part(
            "Content-Disposition: form-data; name=f; filename*=UTF-8''%E9%99%84%E4%BB%B6.pdf\r\nContent-Type: APPLICATION/PDF; x=y",
            [1])
        let odd = Self.part("content-type: <b>\r\ncontent-disposition:form-data;name=\"g\";filename=\"b\"", [2])
        let files = try await read([extended + odd + Self.end]).1
        #expect(files.map(\.filename) == ["附件.pdf", "b"])
        #expect(files.map(\.mediaType) == ["application/pdf", "application/octet-stream"])
    }

    @Test("hands files on in pieces, before they are whole")
    func pieces() throws {
        var parser = try MultipartParser(boundary: Self.boundary)
        let head = UploadHead(name: "f", filename: "a.png", mediaType: "image/png")
        let file = Self.file("f", "a.png", [1, 2, 3])
        #expect(try parser.feed(Array(file.dropLast(4))) == [.fileBegan(head), .fileBytes([1])])
        #expect(try parser.feed([2]) == [.fileBytes([2])])
        #expect(try parser.feed([3, 0x0D, 0x0A]) == [.fileBytes([3])])
        #expect(try parser.feed(Self.end) == [.fileEnded])
        try parser.finish()
    }

    @Test("reads the same however it is cut", arguments: 0..<150)
    func splits(_ seed: UInt64) async throws {
        var random = SeededRandom(seed: seed)
        // Short and made of what delimiters are made of, so that near misses are common.
        let boundary = "-B"
        let stuff: [[UInt8]] = ["\r", "\n", "-", "B", "\r\n", "\r\n-", "\r\n--", "\r\n---", "x", "\u{0}", "通"]
            .map { Array($0.utf8) }
        var body: [UInt8] = []
        var expected: [(name: String, filename: String?, bytes: [UInt8])] = []
        for index in 0..<Int.random(in: 0...6, using: &random) {
            let isFile = Bool.random(using: &random)
            var bytes = (0..<Int.random(in: 0...60, using: &random)).flatMap { _ in
                stuff.randomElement(using: &random) ?? []
            }
            if !isFile { bytes.removeAll { $0 == 0 } }
            // What holds the delimiter itself cannot be sent with this boundary.
            let delimiter = Array("\r\n--\(boundary)".utf8)
            while let found = (bytes + [0x0D]).indices.first(where: {
                bytes[min($0, bytes.count)...].starts(with: delimiter)
            }) {
                bytes.remove(at: found)
            }
            let filename = isFile ? "; filename=\"f\(index)\"" : ""
            body += Array("--\(boundary)\r\nContent-Disposition: form-data; name=\"n\(index)\"\(filename)\r\n\r\n".utf8)
            body += bytes + [0x0D, 0x0A]
            expected.append(("n\(index)", isFile ? "f\(index)" : nil, bytes))
        }
        body += Array("--\(boundary)--".utf8)

        var chunks: [[UInt8]] = []
        var rest = body[...]
        while !rest.isEmpty {
            let chunk = rest.prefix(
                Int.random(in: 0...([1, 3, 40].randomElement(using: &random) ?? 1), using: &random))
            chunks.append(Array(chunk))
            rest = rest[chunk.endIndex...]
        }
        for cut in [[body], chunks, body.map { [$0] }] {
            let (fields, files) = try await read(cut, boundary: boundary)
            #expect(
                fields.fields.map { [$0.name, $0.value] }
                    == expected.filter { $0.filename == nil }.map {
                        [$0.name, String(decoding: $0.bytes, as: UTF8.self)]
                    })
            let sent = expected.compactMap { part in
                part.filename.map {
                    UploadedFile(
                        name: part.name, filename: $0, mediaType: "application/octet-stream", bytes: part.bytes)
                }
            }
            #expect(files == sent)
        }
    }

    @Test("stays linear when a million bytes look like its delimiter")
    func linear() async throws {
        let almost = Array("\r\n--\(Self.boundary.dropLast())".utf8)
        func seconds(_ bytes: Int) throws -> Double {
            let hostile = Self.part(
                "Content-Disposition: form-data; name=\"a\"; filename=\"f\"",
                Array(repeatElement(almost, count: bytes / almost.count).joined()))
            let body = hostile + Self.part("Content-Disposition: form-data; name=\"b\"", []) + Self.end
            let clock = ContinuousClock()
            let took = try clock.measure {
                var parser = try MultipartParser(boundary: Self.boundary)
                for start in stride(from: 0, to: body.count, by: 1_000) {
                    _ = try parser.feed(Array(body[start..<min(start + 1_000, body.count)]))
                }
                try parser.finish()
            }
            return Double(took.components.seconds) + Double(took.components.attoseconds) / 1e18
        }
        // Four times the bytes may take four times as long; quadratic would be sixteen. Wide, for a noisy machine.
        let (quarter, whole) = (try seconds(250_000), try seconds(1_000_000))
        #expect(whole < quarter * 10 + 0.5)
        #expect(whole < 10)
    }
}
