import Federation
package import Markup
package import Web

/// The picture of a notice: counts beside their totals, by branch, each opening down; as tiles where places are known.
package enum PicturePages {
    package static func page(_ model: PictureModel, in frame: Frame) -> HTML {
        let language = frame.language
        let head = PictureWords.head(model.unit)
        return frame.page(title: head[language], tab: .notices) {
            crumbs(model.notice, model.above, language)
            div(.class("page-head")) {
                h1 {
                    GradeBadge.html(model.notice.grade, in: language)
                    " "
                    head[language]
                }
                span(.class("page-note")) { PictureWords.note[language] }
                span(.class("view-links view-links-wrap page-note-right no-print")) {
                    a(.href(model.missingPath)) { PictureWords.missing[language] }
                    if let path = model.matrixPath { a(.href(path)) { PictureWords.matrix[language] } }
                    SheetLinks.links(model.csvPath, language)
                }
            }
            NoticeSlots.banners(model.banners, language)
            if model.total.reached == 0 {
                p(.class("empty")) { PictureWords.none[language] }
            } else {
                sums(model.total, language)
                TimeLineDrawing.html(model.total, in: language)
            }
            div(.class(model.tiles == nil ? "section" : "split side-wide section")) {
                table(model, language)
                if let tiles = model.tiles {
                    section {
                        h2(.class("section-head")) { PictureWords.tilesHead[language] }
                        TileDrawing.html(tiles, in: language)
                    }
                }
            }
        }
    }

    static func crumbs(
        _ notice: NoticeLine, _ above: [(name: String, path: String)], _ language: Language
    ) -> HTML {
        p(.class("crumbs")) {
            a(.href(notice.path), .lang(Language.chinese.tag)) { notice.title }
            above.map { one in
                group {
                    " / "
                    a(.href(one.path)) { one.name }
                }
            }
        }
    }

    static func sums(_ total: PictureFigures, _ language: Language) -> HTML {
        p(.class("count-line")) {
            span(.class("count")) {
                total.signed.grouped
                span(.class("of")) { " / \(total.reached.grouped)" }
            }
            span { PictureWords.signed(total.signed, of: total.reached)[language] }
            span(.class("dot")) { PictureWords.reached(total.reached, of: total.units)[language] }
            if let median = total.medianHours {
                span(.class("dot")) { PictureWords.median(median)[language] }
            }
            if total.duties.bound > 0 {
                span(.class("dot")) { PictureWords.duties(total.duties.settled, of: total.duties.bound)[language] }
            }
        }
    }

    private static func table(_ model: PictureModel, _ language: Language) -> HTML {
        let heads = [
            PictureWords.units, PictureWords.reachedHead, PictureWords.signedHead, PictureWords.passedOn,
            PictureWords.late, PictureWords.medianHead, PictureWords.loadHead,
        ]
        return Markup.table(.class("table stack picture")) {
            thead {
                tr {
                    th(Attribute("scope", "col")) { PictureWords.branch[language] }
                    heads.map { head in th(Attribute("scope", "col"), .class("num")) { head[language] } }
                    if !model.days.isEmpty { th(Attribute("scope", "col")) { PictureWords.daysHead[language] } }
                    th(Attribute("scope", "col")) { PictureWords.dutiesHead[language] }
                }
            }
            tbody { model.rows.map { row($0.name, $0.path, $0.figures, model.days, language) } }
            tfoot { row(PictureWords.total[language], nil, model.total, model.days, language) }
        }
    }

    private static func row(
        _ name: String, _ path: String?, _ figures: PictureFigures, _ days: [CivilDay], _ language: Language
    ) -> HTML {
        let numbers: [(head: Sentence, count: Int?)] = [
            (PictureWords.units, figures.units), (PictureWords.reachedHead, figures.reached),
            (PictureWords.signedHead, figures.signed), (PictureWords.passedOn, figures.passedOn),
            (PictureWords.late, figures.late), (PictureWords.medianHead, figures.medianHours),
            (PictureWords.loadHead, figures.minutesEach),
        ]
        return tr {
            th(Attribute("scope", "row")) {
                if let path {
                    a(.href(path)) { Quoted.html(name, in: language) }
                } else {
                    Quoted.html(name, in: language)
                }
            }
            numbers.map { head, count in
                td(
                    .class(head.en == PictureWords.late.en && (count ?? 0) > 0 ? "num red" : "num"),
                    .data("label", head[language])
                ) { count.map(\.grouped) ?? "–" }
            }
            if !days.isEmpty { td(.class("spark-cell")) { spark(figures.days, days) } }
            td(.data("label", PictureWords.dutiesHead[language])) {
                if figures.duties.bound > 0 {
                    FractionBar.html(
                        done: figures.duties.settled, doing: figures.duties.underWay, late: figures.duties.late,
                        of: figures.duties.bound)
                } else {
                    span(.class("quiet")) { "·" }
                }
            }
        }
    }

    /// A bar for each day, as high as its share of the branch's highest.
    static func spark(_ counts: [CivilDay: Int], _ days: [CivilDay]) -> HTML {
        let peak = max(1, days.map { counts[$0] ?? 0 }.max() ?? 1)
        return svg(
            .class("spark"), Attribute("viewBox", "0 0 \(days.count * 6) 20"), .aria("hidden", "true"),
            Attribute("width", "\(days.count * 6)"), Attribute("height", "20")
        ) {
            days.enumerated().map { place, day in
                let count = counts[day] ?? 0
                let height = count == 0 ? 1 : max(2, count * 20 / peak)
                return rect(
                    .class(count == 0 ? "spark-none" : "spark-day"), Attribute("x", "\(place * 6)"),
                    Attribute("y", "\(20 - height)"), Attribute("width", "5"), Attribute("height", "\(height)"))
            }
        }
    }
}
