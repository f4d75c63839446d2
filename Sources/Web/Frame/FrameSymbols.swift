import Markup

extension Frame {
    /// The drawings that pages refer to by `#name`: the mark, flags and receipt squares. They stand in the page, because a
    /// drawing in a file of its own would not take the page's colours.
    static let symbols = HTML.raw(
        #"""
        <svg class="defs" aria-hidden="true" focusable="false">
        <symbol id="mark" viewBox="0 0 20 20"><path d="M5.8 0h8.4v8.4H5.8zM0 11.2h8.6v8.6H0zM11.4 11.2H20v8.6h-8.6z"/></symbol>
        <symbol id="i-warn" viewBox="0 0 16 16"><path d="M8 1.8L15 14H1z"/><path d="M8 6v4M8 11.4v1.2"/></symbol>
        <symbol id="i-inferred" viewBox="0 0 12 12"><path d="M2.5 9.5h2M7.5 9.5h2M6 2v3M4.5 3.5h3"/></symbol>
        <symbol id="i-unsure" viewBox="0 0 12 12"><path d="M1 7.2c1.7-3 3.3-3 5 0s3.3 1.6 5-1.4"/></symbol>
        <symbol id="i-passed" viewBox="0 0 12 12"><circle cx="6" cy="6" r="4.6"/><path d="M6 3.2V6l2 1.2"/></symbol>
        <symbol id="i-absent" viewBox="0 0 12 12"><path d="M2 6h8"/></symbol>
        <symbol id="i-known" viewBox="0 0 12 12"><path d="M2 6.4l2.8 2.8L10 3.6"/></symbol>
        <symbol id="sq-undelivered" viewBox="0 0 24 24"><rect class="s-dash" x="1.5" y="1.5" width="21" height="21"/></symbol>
        <symbol id="sq-delivered" viewBox="0 0 24 24"><rect class="s-wait" x="1" y="1" width="22" height="22"/></symbol>
        <symbol id="sq-opened" viewBox="0 0 24 24"><rect class="s-wait" x="1" y="1" width="22" height="22"/><path class="s-water" d="M1.8 13.4h20.4v8.8H1.8z"/></symbol>
        <symbol id="sq-signed" viewBox="0 0 24 24"><rect class="s-signed" x="1" y="1" width="22" height="22"/><path class="s-tick" d="M6 12.4l4.2 4.2L18 8.2"/></symbol>
        <symbol id="sq-relayed" viewBox="0 0 24 24"><rect class="s-full" x="1" y="1" width="22" height="22"/><path class="s-arrow" d="M12 5v13M6.8 12.8L12 18l5.2-5.2"/></symbol>
        <symbol id="sq-conveyed" viewBox="0 0 24 24"><rect class="s-full" x="1" y="1" width="22" height="22"/><path class="s-arrow" d="M6 12.4l4.2 4.2L18 8.2"/></symbol>
        <symbol id="sq-filed" viewBox="0 0 24 24"><rect class="s-signed" x="1" y="1" width="22" height="22"/><path class="s-tick" d="M6 12h12"/></symbol>
        <symbol id="sq-undelivered-late" viewBox="0 0 24 24"><rect class="s-dash" x="1.5" y="1.5" width="21" height="21"/><path class="s-corner" d="M12 0h12v12z"/></symbol>
        <symbol id="sq-delivered-late" viewBox="0 0 24 24"><rect class="s-late" x="1" y="1" width="22" height="22"/><path class="s-corner" d="M12 0h12v12z"/></symbol>
        <symbol id="sq-opened-late" viewBox="0 0 24 24"><rect class="s-late" x="1" y="1" width="22" height="22"/><path class="s-late-water" d="M1 13.4h22v9.6H1z"/><path class="s-corner" d="M12 0h12v12z"/></symbol>
        <symbol id="sq-signed-late" viewBox="0 0 24 24"><rect class="s-signed" x="1" y="1" width="22" height="22"/><path class="s-tick" d="M6 12.4l4.2 4.2L18 8.2"/><path class="s-corner" d="M12 0h12v12z"/></symbol>
        <symbol id="sq-relayed-late" viewBox="0 0 24 24"><rect class="s-full" x="1" y="1" width="22" height="22"/><path class="s-arrow" d="M12 5v13M6.8 12.8L12 18l5.2-5.2"/><path class="s-corner" d="M12 0h12v12z"/></symbol>
        <symbol id="sq-withdrawn" viewBox="0 0 24 24"><rect class="s-box" x="1" y="1" width="22" height="22"/><path class="s-box" d="M1 23L23 1"/></symbol>
        <symbol id="sq-recorded" viewBox="0 0 24 24"><path class="s-recorded" d="M2 9L9 2M2 16L16 2M4 21L21 4M10 22L22 10M17 22L22 17"/></symbol>
        <symbol id="sq-info" viewBox="0 0 24 24"><circle class="s-dot" cx="12" cy="12" r="5"/></symbol>
        <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><path class="hatch" d="M0 0v6"/></pattern>
        </svg>
        """#)
}
