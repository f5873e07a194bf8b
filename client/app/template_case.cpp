// SPDX-License-Identifier: EUPL-1.2
#include "app/template_case.h"

#include "app/record_reading.h"
#include "app/words.h"
#include "checklist/conditions.h"
#include "session/checklists.h"

namespace veldwijzer::app {
namespace {

using checklist::ItemType;
using checklist::Operator;

struct Asked {
    Q_DECLARE_TR_FUNCTIONS(Asked)
};

QString typeWords(const checklist::Item& item) {
    switch (item.type) {
        case ItemType::Group:
            return item.repeats ? Asked::tr("Groep die vaker kan") : Asked::tr("Groep");
        case ItemType::Display:
            return item.contacts.empty() ? Asked::tr("Uitleg") : Asked::tr("Wie te bellen");
        case ItemType::Boolean:
            return Asked::tr("Ja of nee");
        case ItemType::Decimal:
            return Asked::tr("Getal");
        case ItemType::Integer:
            return Asked::tr("Heel getal");
        case ItemType::Date:
            return Asked::tr("Datum");
        case ItemType::DateTime:
            return Asked::tr("Datum en tijd");
        case ItemType::Time:
            return Asked::tr("Tijd");
        case ItemType::String:
            return Asked::tr("Korte tekst");
        case ItemType::Text:
            return Asked::tr("Tekst");
        case ItemType::Url:
            return Asked::tr("Webadres");
        case ItemType::Choice:
            return item.repeats ? Asked::tr("Keuze, meer dan één mag") : Asked::tr("Keuze");
        case ItemType::OpenChoice:
            return Asked::tr("Keuze of eigen woorden");
        case ItemType::Quantity:
            return Asked::tr("Getal met eenheid");
        default:
            return Asked::tr("Kan hier niet worden ingevuld");
    }
}

QString relationWords(const checklist::Condition& condition) {
    const QString question = text(condition.questionText);
    const QString answer = text(condition.answerText);
    switch (condition.relation) {
        case Operator::Exists:
            return condition.exists ? Asked::tr("‘%1’ is ingevuld").arg(question)
                                    : Asked::tr("‘%1’ is niet ingevuld").arg(question);
        case Operator::Equal:
            return Asked::tr("‘%1’ is %2").arg(question, answer);
        case Operator::NotEqual:
            return Asked::tr("‘%1’ is niet %2").arg(question, answer);
        case Operator::Greater:
            return Asked::tr("‘%1’ is meer dan %2").arg(question, answer);
        case Operator::Less:
            return Asked::tr("‘%1’ is minder dan %2").arg(question, answer);
        case Operator::GreaterOrEqual:
            return Asked::tr("‘%1’ is %2 of meer").arg(question, answer);
        default:
            return Asked::tr("‘%1’ is %2 of minder").arg(question, answer);
    }
}

Result<TemplateCase::Shown> shownOf(session::Session& session, const RecordId& id) {
    const session::Templates templates(session);
    auto read = templates.read(id);
    if (!read) return read.error();
    auto json = templates.exported(id);
    if (!json) return json.error();
    TemplateCase::Shown shown{.title = text(read->title),
                              .version = text(read->version),
                              .status = text(read->status),
                              .situation = text(read->situation),
                              .description = text(read->description),
                              .purpose = text(read->purpose),
                              .source = text(read->copyright),
                              .json = text(*json),
                              .remarks = {},
                              .months = read->retentionMonths.value_or(0),
                              .questions = {}};
    for (const std::string& remark : read->remarks)
        shown.remarks << text(remark);
    for (std::size_t i = 0; i < read->items.size(); ++i) {
        const checklist::Item& item = read->items[i];
        if (item.isHelp) continue;
        shown.questions.push_back({.text = text(item.text),
                                   .type = typeWords(item),
                                   .condition = conditionWords(*read, i),
                                   .depth = static_cast<int>(item.depth),
                                   .required = item.required,
                                   .heading = item.type == ItemType::Group});
    }
    return shown;
}

}  // namespace

QString conditionWords(const checklist::Questionnaire& questionnaire, std::size_t item) {
    const checklist::Conditions conditions = checklist::conditionsOf(questionnaire, item);
    QStringList words;
    for (const checklist::Condition& condition : conditions.conditions)
        words << relationWords(condition);
    if (words.isEmpty()) return {};
    return Asked::tr("Alleen als %1").arg(words.join(conditions.all ? Asked::tr(" en ") : Asked::tr(" of ")));
}

void TemplateCase::setTemplateId(const QString& id) {
    if (id == id_) return;
    id_ = id;
    emit templateIdChanged();
    reload();
}

void TemplateCase::reload() {
    const auto id = idFrom(id_);
    if (!id) return;
    fetch(
        [id = *id](session::Session& session) { return shownOf(session, id); },
        [this](Shown shown) {
            rows()->show(std::move(shown.questions), [](const Question& each) {
                return QVariantMap{
                    {QStringLiteral("text"), each.text},           {QStringLiteral("type"), each.type},
                    {QStringLiteral("condition"), each.condition}, {QStringLiteral("depth"), each.depth},
                    {QStringLiteral("required"), each.required},   {QStringLiteral("heading"), each.heading}};
            });
            shown_ = std::move(shown);
        });
}

}  // namespace veldwijzer::app
