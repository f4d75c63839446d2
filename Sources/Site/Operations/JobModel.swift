import Federation

/// What waits in the queues, and what failed there.
struct JobListModel: Sendable {
    var queues: [JobQueueShown] = []
    /// Tried no more.
    var givenUp: [JobShown] = []
    /// Failed, and tried again by itself.
    var failing: [JobShown] = []
}

struct JobQueueShown: Sendable {
    var name: String
    var waiting: Int
}

struct JobShown: Sendable {
    var id: String
    /// The queue's name, which is a word of the code.
    var queue: String
    var attempts: Int
    /// Why it failed: a code, never text.
    var failure: String
    /// When it was given up, or will be tried again.
    var moment: Moment
    /// Nil for what this post may not do.
    var retry: FormTarget?
    var abandon: FormTarget?
}
