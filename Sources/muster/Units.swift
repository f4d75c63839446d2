import ArgumentParser
import Federation
import Foundation

struct Units: AsyncParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Work with units.", subcommands: [Import.self])

    struct Import: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Bring in units from a CSV file: all of them or none.",
            discussion: "Header: \(UnitRow.header.joined(separator: ",")) (short names separated by ;)")

        @OptionGroup var data: DatabaseOptions

        @Argument(help: "The CSV file, UTF-8 or GB18030.")
        var file: String

        @Flag(help: "Say what would be imported and what is wrong; write nothing.")
        var dryRun = false

        @Flag(help: "Also invite a principal for every unit that has none; the codes are printed once.")
        var invite = false

        /// One code for the principal of every unit below those of the file that has none yet.
        private func inviteAll(_ sheet: UnitImportSheet, _ federation: OpenFederation) async throws {
            let gate = SignInGate(
                federation: federation, hasher: PasswordHasher(),
                secret: try InstallationSecret.load(orCreateIn: data.keys))
            let codes = Set(sheet.rows.compactMap(\.parentCode)).sorted()
            let parents = try await federation.read { db in
                try codes.compactMap { try UnitStore.find(code: $0, in: db)?.id }
            }
            for parent in parents {
                do {
                    let (_, invitations) = try await gate.inviteBelow(parent, as: .system, id: federation.newActID())
                    for line in invitations.lines {
                        print("\(line.unitName[Exit.language])\t\(line.code?.text ?? "")")
                    }
                } catch InvitationRefusal.nobodyToInvite {
                    continue
                }
            }
        }

        func run() async throws {
            let federation = try await data.open(holder: "import")
            try await Exit.translating {
                let bytes = Array(try Data(contentsOf: URL(fileURLWithPath: file)))
                let sheet = try UnitImportCSV.read(bytes)
                let plan = try await federation.read { try UnitImport.plan(sheet, under: nil, in: $0) }
                for problem in plan.problems.first {
                    print("\(problem.line)\t\(problem.column?.rawValue ?? "")\t\(problem.sentence[Exit.language])")
                }
                guard plan.problems.isEmpty else { throw ExitCode(1) }
                Exit.say(Sentence(zh: "\(sheet.rows.count) 个单位可以导入。", en: "\(sheet.rows.count) units can be imported."))
                if !dryRun {
                    _ = try await federation.importUnits(sheet, as: .system, under: nil, id: federation.newActID())
                    Exit.say(Sentence(zh: "已导入。", en: "Imported."))
                    if invite { try await inviteAll(sheet, federation) }
                }
                await federation.close()
            }
        }
    }
}
