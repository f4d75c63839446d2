package import Federation
package import Storage

/// A post with its holder, for traces of whoever stands in (代理): they name both.
package enum HeldPost {
    /// 孙丙 办公室文书 / Sun Bing, Office Clerk; nil where there is no such post.
    package static func words(_ id: PostID, _ language: Language, in db: any Transaction) throws -> String? {
        guard let post = try PersonStore.find(post: id, in: db) else { return nil }
        let name = try PersonStore.names([post.person], language, in: db)[post.person]
        return [name, post.shownTitle[language]].compactMap(\.self).joined(separator: language == .chinese ? " " : ", ")
    }

    /// The title somebody acted under, and whom they stood in for: 代理办公室文书，代孙丙.
    package static func trace(_ id: PostID, in db: any Transaction) throws -> Sentence? {
        guard let post = try PersonStore.find(post: id, in: db) else { return nil }
        guard let person = try PersonStore.stoodInFor(by: [id], in: db)[id] else { return post.shownTitle }
        let (zh, en) = (
            try PersonStore.names([person], .chinese, in: db)[person] ?? "",
            try PersonStore.names([person], .english, in: db)[person] ?? ""
        )
        return Sentence(zh: "\(post.shownTitle.zh)，代\(zh)", en: "\(post.shownTitle.en), for \(en)")
    }
}
