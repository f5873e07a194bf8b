// SPDX-License-Identifier: EUPL-1.2
// What ChecklistCase says about its list.
#include "app/app.h"
#include "app/checklist_answers.h"
#include "app/checklist_case.h"
#include "app/checklist_reading.h"
#include "app/record_reading.h"
#include "app/words.h"

namespace veldwijzer::app {

QString ChecklistCase::recordId() const {
    return id_ == RecordId{} ? QString() : idText(id_);
}
QString ChecklistCase::title() const {
    return text(info_.summary.title);
}
QString ChecklistCase::caseCode() const {
    return text(info_.summary.caseCode);
}
ChecklistCase::State ChecklistCase::state() const {
    return static_cast<State>(info_.summary.state);
}
QString ChecklistCase::stateText() const {
    return listStateText(info_.summary.state);
}
QString ChecklistCase::audience() const {
    return audienceText(info_.summary.team);
}
QStringList ChecklistCase::readers() const {
    QStringList names;
    for (const std::string& reader : info_.readers)
        names << personText(reader);
    return names;
}
bool ChecklistCase::mayAnswer() const {
    return loaded_ && !gone_ && info_.mayAnswer();
}
QString ChecklistCase::retention() const {
    return retentionText(info_.summary.daysLeft);
}
QString ChecklistCase::retainUntil() const {
    return isoDayText(info_.summary.retainUntil);
}
QString ChecklistCase::version() const {
    return questionnaire_ ? text(questionnaire_->version) : QString();
}
QString ChecklistCase::description() const {
    return questionnaire_ ? text(questionnaire_->description) : QString();
}
QString ChecklistCase::source() const {
    return questionnaire_ ? text(questionnaire_->copyright) : QString();
}
QString ChecklistCase::reason() const {
    return text(info_.amendmentReason);
}

QVariantList ChecklistCase::late() const {
    QVariantList list;
    const WallMs now = desk_.outside().clock.wallMs();
    int number = 0;
    for (const session::LateAnswer& late : info_.late) {
        QString question, said = text(late.given.text);
        if (late.node != checklist::none && form_.form() != nullptr &&
            late.node < form_.form()->nodes().size()) {
            const checklist::Item& item = form_.form()->itemOf(form_.form()->nodes()[late.node]);
            question = text(item.text);
            said = readText(item, late.given.answers);
        }
        list << QVariantMap{{QStringLiteral("number"), number++},
                            {QStringLiteral("question"), question},
                            {QStringLiteral("text"), said},
                            {QStringLiteral("who"), personText(late.given.by)},
                            {QStringLiteral("when"), momentText(late.given.atMs, now)}};
    }
    return list;
}

QVariantList ChecklistCase::seals() const {
    QVariantList list;
    const WallMs now = desk_.outside().clock.wallMs();
    for (const session::Seal& seal : info_.seals)
        list << QVariantMap{{QStringLiteral("who"), personText(seal.by)},
                            {QStringLiteral("when"), momentText(seal.atMs, now)},
                            {QStringLiteral("reason"), text(seal.reason)},
                            {QStringLiteral("hash"), text(seal.hash).left(16)},
                            {QStringLiteral("intact"), seal.intact}};
    return list;
}

QString ChecklistCase::keptText() const {
    switch (kept_) {
        case Kept::Nothing:
            return tr("Elk antwoord wordt meteen bewaard");
        case Kept::Waiting:
            return tr("Wordt bewaard …");
        case Kept::Done:
            return tr("Bewaard op dit toestel, %1").arg(momentText(keptAt_, desk_.outside().clock.wallMs()));
        default:
            return tr("Nog niet bewaard: %1").arg(keepFailure_);
    }
}

}  // namespace veldwijzer::app
