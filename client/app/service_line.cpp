// SPDX-License-Identifier: EUPL-1.2
#include "app/service_line.h"

#include <QCoreApplication>
#include <QLocale>

#include "app/record_reading.h"
#include "app/words.h"
#include "domain/kinds.h"
#include "domain/opening_hours.h"

namespace veldwijzer::app {
namespace {

struct ServiceLineText {
    Q_DECLARE_TR_FUNCTIONS(ServiceLineText)
};

QString clockWords(WallMs at) {
    return text(domain::localText(at)).mid(11);
}

/// "om 09:00", "morgen om 09:00", "maandag om 09:00", "3 maart 2026 om 09:00".
QString whenWords(WallMs then, WallMs now) {
    const auto days = (domain::localDayOf(then) - domain::localDayOf(now)).count();
    if (days <= 0) return ServiceLineText::tr("om %1").arg(clockWords(then));
    if (days == 1) return ServiceLineText::tr("morgen om %1").arg(clockWords(then));
    const auto day = domain::localDayOf(then);
    return ServiceLineText::tr("%1 om %2")
        .arg(days < 7 ? weekdayWords(day) : dayWords(day), clockWords(then));
}

}  // namespace

QString weekdayWords(std::chrono::sys_days day) {
    return QLocale().dayName(static_cast<int>(std::chrono::weekday(day).iso_encoding()));
}

OpenState openState(const std::optional<domain::Openness>& open) {
    if (!open) return OpenState::Unknown;
    return open->open ? OpenState::Open : OpenState::Closed;
}

QString openWords(const std::optional<domain::Openness>& open, WallMs at) {
    if (!open) return {};
    if (!open->nextChange)
        return open->open ? ServiceLineText::tr("Dag en nacht open")
                          : ServiceLineText::tr("Gesloten, opent voorlopig niet");
    if (!open->open) return ServiceLineText::tr("Gesloten, open %1").arg(whenWords(*open->nextChange, at));
    const bool today = domain::localDayOf(*open->nextChange - 1) == domain::localDayOf(at);
    return today ? ServiceLineText::tr("Nu open, tot %1").arg(clockWords(*open->nextChange))
                 : ServiceLineText::tr("Nu open, tot %1").arg(whenWords(*open->nextChange, at));
}

QString assuredWords(const std::optional<std::chrono::sys_days>& assured) {
    return assured ? ServiceLineText::tr("Gecontroleerd op %1").arg(dayWords(*assured))
                   : ServiceLineText::tr("Nog nooit gecontroleerd");
}

Result<ServiceLine> serviceLine(const session::Session& session, const RecordId& id, WallMs at) {
    const auto now = session.serviceNow(id, at);
    if (!now) return now.error();
    const auto stored = session.store().find(id);
    if (!stored) return fail(ErrorCode::NotFound, "there is no record with this id on this device");
    ServiceLine line;
    line.open = openState(now->open);
    line.openText = openWords(now->open, at);
    line.stale = now->stale;
    line.assuredText = assuredWords(now->assured);
    if (now->referrals) {
        line.referrals = now->referrals->taken ? 1 : 0;
        line.referralsText = now->referrals->taken ? ServiceLineText::tr("Neemt verwijzingen aan")
                                                   : ServiceLineText::tr("Nu geen plek");
    }
    line.audience = Reading(session).elements(*stored, "audience");
    line.pending = stored->pending;
    line.conflict = merge::hasConflict(stored->record, domain::deletePolicyOf(stored->record.kind));
    return line;
}

}  // namespace veldwijzer::app
