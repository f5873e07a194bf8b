// SPDX-License-Identifier: EUPL-1.2
import QtQuick
import Veldwijzer

/// Numbers to call.
Column {
}
