package import Federation
package import Storage

package enum SearchStore {
    /// A notice that was found, with the text to show a piece of.
    struct Found: Sendable {
        var id: NoticeID
        var title: String
        var number: String?
        var issuer: String
        var urgency: Urgency
        var datedOn: String?
        var text: String
    }

    /// Keeps the words that a notice is found by.
    static func save(
        _ notice: NoticeID, title: String, number: String?, issuer: String, text: String, in db: any Transaction
    ) throws {
        let words = [title, number ?? "", issuer, text].map { SearchText($0).words }.joined(separator: "\n")
        try db.execute(
            """
            insert into notice_search (notice, words) values (\(notice), \(words))
            on conflict (notice) do update set words = excluded.words
            """)
    }

    /// Takes in notices that were registered before there was a search.
    /// - Returns: how many were taken in; 0 where all are.
    package static func fill(limit: Int, in db: any Transaction) throws -> Int {
        let rows = try db.query(
            """
            select n.id, n.title, n.number, n.issuer_name, n.text from notice n
            where not exists (select 1 from notice_search s where s.notice = n.id) order by n.id limit \(limit)
            """)
        for row in rows {
            try save(
                try row["id"], title: try row["title"], number: try row["number"], issuer: try row["issuer_name"],
                text: try row["text"], in: db)
        }
        return rows.count
    }

    /// Notices that a unit may see and in which all of it stands, the newest first.
    ///
    /// What it may see is asked first, and only that is looked through, the newest first, no further than is shown: a
    /// planner left to itself would look through every text of the federation (docs/decisions/0008).
    package static func find(
        _ query: SearchQuery, for unit: UnitID, before last: NoticeID?, limit: Int, in db: any Transaction
    ) throws -> [NoticeID] {
        let conditions = conditions(query, db.dialect)
        var found: [NoticeID] = []
        for some in try visible(to: unit, before: last, in: db).boundLists where found.count < limit {
            found += try db.query(
                """
                select s.notice from notice_search s join notice n on n.id = s.notice
                where s.notice \(in: some) \(conditions)
                order by s.notice desc limit \(limit - found.count)
                """
            ).map { try $0["notice"] }
        }
        return found
    }

    /// Every notice that a unit holds, by its book or a receipt, with all that those carry; the newest first.
    static func visible(to unit: UnitID, before last: NoticeID?, in db: any Transaction) throws -> [NoticeID] {
        let page: SQL = if let last { "where id < \(last)" } else { "" }
        return try db.query(
            """
            with recursive held (id) as (
                select notice from notice_book where unit = \(unit)
                union select notice from receipt where unit = \(unit)
                union select c.inner_notice from notice_containment c join held on held.id = c.cover)
            select id from held \(page) order by id desc
            """
        ).map { try $0["id"] }
    }

    private static func conditions(_ query: SearchQuery, _ dialect: Dialect) -> SQL {
        var conditions: SQL = ""
        if !query.issuer.isEmpty { conditions += "and \(contains("n.issuer_name", query.issuer, dialect)) " }
        if let grade = query.grade { conditions += "and n.urgency = \(grade.urgency.rank) " }
        if !query.from.isEmpty { conditions += "and n.dated_on >= \(query.from) " }
        if !query.to.isEmpty { conditions += "and n.dated_on <= \(query.to) " }
        for word in query.words { conditions += "and \(contains("s.words", word, dialect)) " }
        return conditions
    }

    /// The engines find a text within a text under different names.
    private static func contains(_ column: SQL, _ words: String, _ dialect: Dialect) -> SQL {
        switch dialect {
        case .sqlite: "instr(\(column), \(words)) > 0"
        case .postgresql: "position(\(words) in \(column)) > 0"
        }
    }

    static func shown(_ ids: [NoticeID], in db: any Transaction) throws -> [Found] {
        try ids.boundLists.flatMap { some in
            try db.query(
                """
                select id, title, number, issuer_name, urgency, dated_on, text from notice where id \(in: some)
                order by id desc
                """
            ).map { row in
                Found(
                    id: try row["id"], title: try row["title"], number: try row["number"],
                    issuer: try row["issuer_name"], urgency: Urgency(try row["urgency"]),
                    datedOn: try row["dated_on"], text: try row["text"])
            }
        }
    }
}
