import Federation
import Markup

/// A form that can be sent again as it was: the same fields, the proof and the act's id among them.
struct KeptForm: Sendable {
    let path: String
    let fields: [FormField]
}

/// The page of a refusal or a fault: what happened, what to do next, and where nothing was lost.
enum RefusalPages {
    static func refusal(
        _ refusal: any Refusal, in frame: Frame, isSignedIn: Bool, kept: KeptForm? = nil
    ) -> HTML {
        let language = frame.language
        return frame.page(title: FrameWords.head(refusal.manner)[language], tab: nil, isNarrow: true) {
            article(.class("refusal")) {
                h1 { FrameWords.head(refusal.manner)[language] }
                div(.class("why")) { p { refusal.sentence[language] } }
                if let kept {
                    again(kept, language)
                } else {
                    way(in: frame, isSignedIn: isSignedIn, wayOn: refusal.wayOn)
                }
                p(.class("note section")) { FrameWords.code(refusal.code)[language] }
            }
        }
    }

    static func fault(number: String, in frame: Frame, isSignedIn: Bool) -> HTML {
        let language = frame.language
        return frame.page(title: FrameWords.faultHead[language], tab: nil, isNarrow: true) {
            article(.class("refusal")) {
                h1 { FrameWords.faultHead[language] }
                div(.class("why")) { p { FrameWords.fault(number)[language] } }
                way(in: frame, isSignedIn: isSignedIn, wayOn: FrameWords.faultWayOn)
            }
        }
    }

    private static func again(_ kept: KeptForm, _ language: Language) -> HTML {
        element("form", [Attribute("method", "post"), Attribute("action", kept.path)]) {
            kept.fields.map { input(.type("hidden"), .name($0.name), .value($0.value)) }
            div(.class("way")) {
                b { FrameWords.wayOn[language] }
                p { FrameWords.kept[language] }
            }
            div(.class("acts")) { button(.class("btn btn-primary")) { FrameWords.tryAgain[language] } }
        }
    }

    private static func way(in frame: Frame, isSignedIn: Bool, wayOn: Sentence?) -> HTML {
        div(.class("way")) {
            b { FrameWords.wayOn[frame.language] }
            ul(.class("rows")) {
                if let wayOn { li { wayOn[frame.language] } }
                li {
                    a(.href((isSignedIn ? FrameRoutes.today : FrameRoutes.signIn).path())) {
                        (isSignedIn ? FrameWords.backToToday : FrameWords.toSignIn)[frame.language]
                    }
                }
            }
        }
    }
}
