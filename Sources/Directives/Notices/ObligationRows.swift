import Federation
import Markup
import Web

/// What the reader proposes that a notice asks, folded under one row: sentence, part and binding. Nothing is decided here.
enum ObligationRows {
    /// - Parameter paths: by the place of a sentence's first sign, where it became an obligation.
    static func row(
        _ proposals: [ObligationProposal], _ paths: [Int: String] = [:], in language: Language
    ) -> ReadingRow? {
        guard !proposals.isEmpty else { return nil }
        let duties = proposals.count { $0.sort == .duty }
        let list = details(.class("headings")) {
            summary(.class("check")) { u { ObligationRowWords.show[language] } }
            ol(.class("proposals")) { proposals.map { item($0, paths[$0.ranges.first?.start ?? -1], in: language) } }
        }
        return ReadingRow(
            name: ObligationRowWords.name,
            value: HTML(ObligationRowWords.counts(duties: duties, guidance: proposals.count - duties)[language]) + list,
            notes: [HTML(ObligationRowWords.proposed[language])])
    }

    private static func item(_ proposal: ObligationProposal, _ path: String?, in language: Language) -> HTML {
        li {
            if let clause = proposal.clause {
                b { Quoted.html(clause, in: language) }
                " "
            }
            if let path {
                a(.href(path)) { Quoted.html(proposal.quote, in: language) }
            } else {
                Quoted.html(proposal.quote, in: language)
            }
            small {
                words(proposal).map(\.[language]).joined(separator: " · ")
                if let condition = proposal.condition {
                    " · "
                    ObligationRowWords.condition[language]
                    Quoted.html(condition, in: language)
                }
            }
        }
    }

    private static func words(_ proposal: ObligationProposal) -> [Sentence] {
        [proposal.sort.words, proposal.role.words] + proposal.bound.kinds.map(\.words)
            + (proposal.bound.levels == [.all] ? [] : proposal.bound.levels.map(\.words))
    }
}
