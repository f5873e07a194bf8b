// SPDX-License-Identifier: EUPL-1.2
#include "app/listing.h"

namespace veldwijzer::app {

Listing::Listing(QObject* parent) : QObject(parent) {
    connect(&desk(), &Desk::changed, this, [this] { reload(); });
    // Not from here: what derives from this is not there yet.
    QMetaObject::invokeMethod(
        this, [this] { reload(); }, Qt::QueuedConnection);
}

void Listing::tellError(const Error& error) {
    const auto words = wordsFor(error);
    emit told(words.title + QStringLiteral(". ") + words.explanation);
}

}  // namespace veldwijzer::app
