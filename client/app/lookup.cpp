// SPDX-License-Identifier: EUPL-1.2
#include "app/lookup.h"

#include <QCoreApplication>

#include "app/labels.h"
#include "app/words.h"
#include "base/text.h"
#include "domain/kinds.h"

namespace veldwijzer::app {

std::string idText(const RecordId& id) {
    return toHex(id.view());
}

QString authorWords(const session::Session& session, const ActorId& actor) {
    const std::string author = session.authorOf(actor);
    return author == "you" ? QCoreApplication::translate("Words", "u") : text(author);
}

QString titleWords(const session::Session& session, const RecordId& id) {
    const auto stored = session.store().find(id);
    if (!stored) return text(idText(id)).left(8);
    return text(domain::titleOf(stored->record, session.store().clampedTime(stored->space)));
}

QString shownText(const session::Session& session, std::string_view kind, std::string_view field,
                  const merge::Value& value) {
    const auto* id = std::get_if<RecordId>(&value);
    return id != nullptr ? titleWords(session, *id) : valueLabel(kind, field, value);
}

}  // namespace veldwijzer::app
