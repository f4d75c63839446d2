import Federation
import Markup
import Web

enum JobPages {
    static func list(_ model: JobListModel, in frame: Frame) -> HTML {
        let language = frame.language
        return frame.page(title: JobWords.name[language], tab: .units) {
            div(.class("page-head")) { h1 { JobWords.head[language] } }
            div(.class("split")) {
                div {
                    if model.givenUp.isEmpty, model.failing.isEmpty {
                        UnitPages.empty(JobWords.allWell, JobWords.allWellNote, language)
                    }
                    jobs(JobWords.givenUp, note: JobWords.givenUpNote, JobWords.since, model.givenUp, in: frame)
                    jobs(JobWords.failing, note: nil, JobWords.next, model.failing, in: frame)
                }
                aside {
                    section {
                        div(.class("section-head")) { h2 { JobWords.queues[language] } }
                        if model.queues.isEmpty {
                            p(.class("section-tight quiet")) { JobWords.queuesEmpty[language] }
                        } else {
                            dl(.class("facts")) {
                                model.queues.map { queue in
                                    group {
                                        dt(.class("code")) { queue.name }
                                        dd { Figures.grouped(queue.waiting) }
                                    }
                                }
                            }
                        }
                    }
                }
            }
        }
    }

    private static func jobs(
        _ name: Sentence, note: Sentence?, _ when: Sentence, _ jobs: [JobShown], in frame: Frame
    ) -> HTML {
        guard !jobs.isEmpty else { return .empty }
        let language = frame.language
        return section(.class("section")) {
            div(.class("section-head")) {
                h2 { name[language] }
                small { "\(jobs.count)" }
                if let note { small { note[language] } }
            }
            table(.class("table stack")) {
                thead {
                    tr {
                        [JobWords.job, JobWords.why, JobWords.attempts, when].map { name in
                            th(Attribute("scope", "col")) { name[language] }
                        }
                        th(Attribute("scope", "col")) { span(.class("out")) { UnitWords.change[language] } }
                    }
                }
                tbody { jobs.map { row($0, when, in: frame) } }
            }
        }
    }

    private static func row(_ job: JobShown, _ when: Sentence, in frame: Frame) -> HTML {
        let language = frame.language
        return tr {
            th(.class("wide"), Attribute("scope", "row")) {
                span(.class("code")) { job.queue }
                " "
                small(.class("code")) { job.id }
            }
            td(.data("label", JobWords.why[language])) {
                JobWords.why(job.failure)[language]
                " "
                small(.class("code")) { job.failure }
            }
            td(.data("label", JobWords.attempts[language])) { "\(job.attempts)" }
            td(.class("second nowrap"), .data("label", when[language])) { TimeWords.short(job.moment, language) }
            td(.class("num")) {
                div(.class("row-acts")) {
                    act(job.retry, JobWords.retry, of: job, in: frame)
                    act(job.abandon, JobWords.abandon, of: job, in: frame)
                }
            }
        }
    }

    private static func act(_ target: FormTarget?, _ name: Sentence, of job: JobShown, in frame: Frame) -> HTML {
        guard let target else { return .empty }
        return frame.postForm(target.path, act: target.act) {
            button(.class("btn btn-small")) {
                name[frame.language]
                span(.class("out")) { " \(job.queue) \(job.id)" }
            }
        }
    }
}
