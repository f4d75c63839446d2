import Markup

@testable import Federation
@testable import Site
@testable import Web

extension PageSamples {
    private static let counties = [
        ("解放区总工会", "Jiefang Federation", "410802", Division.district, 62),
        ("中站区总工会", "Zhongzhan Federation", "410803", .district, 38),
        ("修武县总工会", "Xiuwu Federation", "410821", .county, 47),
        ("沁阳市总工会", "Qinyang Federation", "410882", .countyCity, 41),
    ]

    static func top(_ language: Language) -> UnitRowShown {
        UnitRowShown(
            name: name(language, "焦作市总工会", "Jiaozuo Federation"), path: "/units/1", code: "410800",
            kind: .federation, level: .city, division: .prefectureCity, children: 84, people: 9)
    }

    static func groups(_ language: Language) -> [UnitGroupShown] {
        let federations = counties.enumerated().map { place, county in
            UnitRowShown(
                name: name(language, county.0, county.1), path: "/units/\(place + 2)", code: county.2,
                kind: .federation,
                level: .county, division: county.3, children: county.4, people: place == 1 ? 0 : 3,
                state: place == 1 ? .nobody : .working)
        }
        let mill = UnitRowShown(
            name: name(language, "黄字号水泥厂工会", "Huang Cement Works Union"), path: "/units/9", code: "410882-103",
            kind: .grassrootsUnion, level: .workplace, children: 0, people: 0, state: .inviteExpired,
            isSecondary: true)
        return [
            UnitGroupShown(
                kind: .federation, level: .county, count: 10, rows: federations, morePath: "/units?under=1&after=4"),
            UnitGroupShown(kind: .industrialUnion, level: .city, count: 0, rows: []),
            UnitGroupShown(kind: .grassrootsUnion, level: .workplace, count: 1, rows: [mill]),
        ]
    }

    static func actions(errors: [String: Sentence] = [:]) -> UnitActions {
        UnitActions(
            importPath: "/units/imports", invitationsPath: "/units/1/invitations",
            inviteBelow: InviteBelowForm(
                target: target("/units/1/invitations-below"), units: 61, roles: [.principal, .clerk, .administrator],
                errors: errors))
    }

    static func list(_ language: Language) -> UnitListModel {
        UnitListModel(
            path: "/units",
            content: .level(
                UnitLevelShown(
                    ancestors: [
                        NamedPath(name: name(language, "河南省总工会", "Henan Federation"), path: "/units/0")
                    ], top: top(language), groups: groups(language), below: 1_695, inUse: 635)),
            actions: actions(), suggestPath: "/units/suggestions?q=")
    }

    static func unit(_ language: Language) -> UnitModel {
        let parent = NamedPath(name: name(language, "焦作市总工会", "Jiaozuo Federation"), path: "/units/1")
        return UnitModel(
            name: name(language, "沁阳市总工会", "Qinyang Federation"), shortNames: ["沁阳市总"],
            nameEnglish: "Qinyang Federation of Trade Unions", code: "410882", kind: .federation, level: .county,
            division: .countyCity, regionCode: "410882", ancestors: [parent],
            lines: [
                UnitLineShown(parent: parent, line: .territorial, isPrimary: true, fromOn: "2018-03-01"),
                UnitLineShown(
                    parent: parent, line: .industrial, isPrimary: false, fromOn: "2017-01-01", toOn: "2018-02-28"),
            ],
            posts: [
                UnitPostShown(
                    personName: name(language, "李丁", "Li Ding"), title: Sentence(zh: "文书", en: "Clerk"), role: .clerk,
                    fromOn: "2019-09-01", reset: target("/posts/1/reset"), end: target("/posts/1/end")),
                UnitPostShown(personName: nil, title: Role.dutyOfficer.name, role: .dutyOfficer),
            ], groups: groups(language), children: 41, below: 57, listPath: "/units?under=4",
            journalPath: "/journal?unit=4", actions: actions(),
            changes: UnitChangePaths(
                move: "/units/4/move", merge: "/units/4/merge", close: "/units/4/close",
                secondLine: "/units/4/second-line"),
            invite: InviteForm(target: target("/units/4/invitations"), roles: [.principal, .clerk, .administrator]))
    }

    // MARK: importing and changing

    private static let csv = """
        code,name,short_names,name_en,kind,level,division,parent,second_parent,region_code
        410822-009,盈字号铝材厂工会,,Ying Works Union,grassroots_union,workplace,,410899,,
        410882-131,,,,grassroots_union,workplace,,410882,,
        410882-132,辰字号印刷厂工会,,,企业工会,workplace,,410882,,
        """

    static func rows() throws -> [UnitRow] { try UnitImportCSV.read(Array(csv.utf8)).rows }

    static func importing(_ language: Language, isSound: Bool) throws -> UnitImportModel {
        let sheet = try UnitImportCSV.read(Array(csv.utf8))
        let problems =
            [
                UnitImportProblem(line: 2, column: .parent, sentence: UnitImportWords.unknownUnit("410899")),
                UnitImportProblem(line: 3, column: .name, sentence: UnitFieldFault.missing.sentence(of: .name)),
            ] + sheet.problems.first
        var model = UnitImportModel(
            unitName: name(language, "焦作市总工会", "Jiaozuo Federation"), check: target("/units/imports/checks"), text: csv,
            samplePath: "/units/imports/sample.csv")
        model.dryRun = UnitImportDryRun(
            fileName: "units.csv", counts: UnitImportCounts(sheet.rows), problemCount: isSound ? 0 : 204,
            problems: isSound ? [] : UnitImportRowShown.rows(of: problems, in: sheet),
            apply: isSound ? target("/units/imports") : nil, carried: [CarriedValue(name: "csv", value: "a\nb")])
        return model
    }

    static func change(
        _ change: UnitChangeModel.Change, _ language: Language, errors: [String: Sentence] = [:]
    ) -> UnitChangeModel {
        let parent = NamedPath(name: name(language, "焦作市总工会", "Jiaozuo Federation"), path: "/units/1")
        return UnitChangeModel(
            change: change,
            unit: NamedPath(name: name(language, "沁阳市总工会", "Qinyang Federation"), path: "/units/4"), code: "410882",
            ancestors: [parent],
            lines: [UnitLineShown(parent: parent, line: .territorial, isPrimary: true, fromOn: "2018-03-01")],
            children: 41, below: 57, posts: 3, target: target("/units/4/changes"), parent: "410899", day: "2020-02-05",
            errors: errors, suggestPath: "/units/suggestions?q=")
    }

    // MARK: inviting

    static func sheet(_ language: Language) throws -> InvitationSheetModel {
        let names = [
            ("黄字号水泥厂工会", "Huang Cement Works Union"), ("昃字号食品厂工会", "Ze Food Factory Union"),
            ("张字号煤业工会", "Zhang Coal Union"), ("寒字号电厂工会", "Han Power Station Union"),
        ]
        return InvitationSheetModel(
            unitName: name(language, "沁阳市总工会", "Qinyang Federation"), unitPath: "/units/4",
            issuerName: name(language, "李丁", "Li Ding"), issuedAt: now,
            lines: names.enumerated().map { place, unit in
                InvitationStrip(
                    unitName: name(language, unit.0, unit.1), purpose: .post(.principal),
                    code: place == 2 ? nil : "HCVH-ZDQ3-8K\(place)X", qrPath: "M0 0h7v7h-7z", qrSize: 29,
                    expiresAt: now.adding(days: 14))
            }, leftOut: 33, address: "muster.example/invitations")
    }

    static func accept(
        _ manner: InvitationAcceptModel.Manner, _ language: Language, errors: [String: Sentence] = [:]
    ) -> InvitationAcceptModel {
        var model = InvitationAcceptModel(
            manner: manner, target: target("/invitations/X/acceptances"),
            unitName: name(language, "黄字号水泥厂工会", "Huang Cement Works Union"), role: .principal,
            inviterName: name(language, "李丁", "Li Ding"),
            inviterUnitName: name(language, "沁阳市总工会", "Qinyang Federation"), expiresAt: now.adding(days: 14),
            name: "He Yin", login: "heyin", errors: errors, signInPath: "/sign-in")
        if case .reset = manner { model.role = nil }
        return model
    }

    static func invitations(_ language: Language) -> InvitationListModel {
        let unit = NamedPath(name: name(language, "黄字号水泥厂工会", "Huang Cement Works Union"), path: "/units/9")
        func row(_ state: InvitationRowShown.State, _ purpose: InvitationPurpose) -> InvitationRowShown {
            InvitationRowShown(
                unit: unit, purpose: purpose, state: state, issuedAt: now, issuerName: name(language, "李丁", "Li Ding"),
                expiresAt: now.adding(days: 14), sheetPath: state == .open ? "/invitations/sheets/1" : nil,
                withdraw: state == .open ? target("/invitations/1/withdrawals") : nil)
        }
        return InvitationListModel(
            unitName: name(language, "沁阳市总工会", "Qinyang Federation"),
            rows: [
                row(.open, .post(.principal)), row(.expired, .post(.clerk)),
                row(.used, .reset(personName: name(language, "周戊", "Zhou Wu"))),
            ])
    }
}
