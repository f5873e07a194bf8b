// SPDX-License-Identifier: EUPL-1.2
pragma Singleton

import QtQuick

/// How pages ask to go somewhere; the shell that is there does it.
QtObject {
    /// A page on top: the file's name in this module without ".qml", and its properties.
    signal push(string page, var properties)
    /// The page on top goes.
    signal pop
    /// One of the main destinations, by its name, at its beginning.
    signal go(string destination)
    /// The social map, searched for this text.
    signal find(string text)
    /// The page with telephone numbers, from anywhere.
    signal call
    /// Quick exit.
    signal hide
    /// A short message that goes by itself; `undoText` and `undo` (a function) offer to take it back.
    signal tell(string message, string undoText, var undo)
}
