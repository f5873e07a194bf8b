// SPDX-License-Identifier: EUPL-1.2
#include "app/checklist_case.h"

#include "app/app.h"
#include "app/checklist_answers.h"
#include "app/checklist_reading.h"
#include "app/record_reading.h"
#include "app/words.h"
#include "base/ensure.h"
#include "paper/checklist_pdf.h"

namespace veldwijzer::app {

using session::Checklists;

struct ChecklistCase::Opened {
    session::Checklist list;
    CardLines services;
    std::map<QString, QString> unfinished;
    ChecklistClashes clashes;
};

ChecklistCase::ChecklistCase(QObject* parent)
    : QObject(parent), desk_((ENSURE(App::instance() != nullptr), App::instance()->desk())), form_(this) {
    form_.setRowsElsewhere(true);
    pause_.setSingleShot(true);
    connect(&pause_, &QTimer::timeout, this, &ChecklistCase::flush);
    connect(App::instance(), &App::aboutToLock, this, &ChecklistCase::flush);
    connect(&desk_, &Desk::changed, this, &ChecklistCase::reload);
    connect(&form_, &ChecklistForm::answered, this, &ChecklistCase::keep);
    connect(&form_, &ChecklistForm::rowWanted, this,
            [this](const std::string& item, const checklist::Rows& around) { addRow(item, around, {}); });
    connect(&form_, &ChecklistForm::rowWantedBack, this,
            [this](const std::string& item, const checklist::Rows& rows,
                   const std::vector<ChecklistGiven>& answers) {
                addRow(item, checklist::Rows(rows.begin(), rows.end() - 1), answers);
            });
    connect(&form_, &ChecklistForm::rowRemoved, this,
            [this](const std::string& item, const checklist::Rows& rows) {
                act([item, rows](Checklists& lists,
                                 const RecordId& id) { return lists.removeRow(id, item, rows); },
                    [this] { noteKept(); });
            });
}

ChecklistCase::~ChecklistCase() {
    flush();
}

void ChecklistCase::setRecordId(const QString& id) {
    const auto wanted = idFrom(id);
    if (!wanted || *wanted == id_) return;
    flush();
    id_ = *wanted;
    loaded_ = gone_ = false;
    questionnaire_.reset();
    unsent_.clear();
    sending_.clear();
    unfinished_.clear();
    kept_ = Kept::Nothing;
    opening_ = true;
    emit recordIdChanged();
    emit keptChanged();
    reload();
}

// ---- reading

void ChecklistCase::reload() {
    if (id_ == RecordId{} || gone_) return;
    if (reading_) {
        again_ = true;
        return;
    }
    reading_ = true;
    const WallMs now = desk_.outside().clock.wallMs();
    desk_.ask(
        this,
        [id = id_, first = std::exchange(opening_, false), now](session::Session& session) -> Result<Opened> {
            Checklists lists(session);
            auto list = first ? lists.open(id) : lists.read(id);
            if (!list) return list.error();
            CardLines services = serviceCards(session, *list->questionnaire);
            ChecklistClashes clashes = clashesOf(*list, now);
            return Opened{std::move(*list), std::move(services), keptUnfinished(session, id),
                          std::move(clashes)};
        },
        [this, id = id_](Result<Opened> opened) {
            reading_ = false;
            if (id != id_) return reload();
            if (opened) {
                took(std::move(*opened));
            } else {
                gone_ = opened.error().code == ErrorCode::NotFound;
                form_.end();
                questionnaire_.reset();
                loaded_ = true;
                emit loadedChanged();
                if (!gone_) say(opened.error());
            }
            if (std::exchange(again_, false)) reload();
        });
}

void ChecklistCase::took(Opened opened) {
    const bool first = questionnaire_ == nullptr;
    info_ = std::move(opened.list);
    if (first) {
        questionnaire_ = std::move(info_.questionnaire);
        form_.begin(questionnaire_, cardsWith(std::move(opened.services)), random_);
        unfinished_ = std::move(opened.unfinished);
    }
    info_.form.reset();
    info_.questionnaire.reset();
    stored_ = std::move(info_.fields);
    clashes_ = std::move(opened.clashes);
    form_.setFixed(!info_.mayAnswer());
    showForm();
    loaded_ = true;
    emit loadedChanged();
}

void ChecklistCase::showForm() {
    checklist::Fields unkept;
    for (const auto* waiting : {&sending_, &unsent_})
        for (const auto& [field, each] : *waiting)
            unkept[field] = checklist::fieldText(each.given.answers);
    form_.show(stored_, clashes_, unkept, info_.mayAnswer() ? unfinished_ : std::map<QString, QString>{});
}

// ---- keeping

void ChecklistCase::keep(const ChecklistGiven& given) {
    if (given.unfinished) {
        unfinished_[given.key] = given.typed;
        unfinishedChanged_ = true;
    } else if (unfinished_.erase(given.key) > 0) {
        unfinishedChanged_ = true;
    }
    if (unsent_.empty() && !pause_.isActive()) waitingSince_.start();
    unsent_[given.field] = {given, ++serial_};
    if (kept_ != Kept::Waiting) {
        kept_ = Kept::Waiting;
        emit keptChanged();
    }
    if (!given.typing) return flush();
    const qint64 left = mostMs - waitingSince_.elapsed();
    pause_.start(static_cast<int>(std::clamp<qint64>(left, 0, pauseMs)));
}

void ChecklistCase::flush() {
    pause_.stop();
    if (id_ == RecordId{} || unsent_.empty()) return;
    if (std::exchange(unfinishedChanged_, false)) keepUnfinished();
    for (auto& [field, waiting] : std::exchange(unsent_, {})) {
        if (waiting.given.unfinished) continue;
        const ChecklistGiven& given = waiting.given;
        desk_.change(
            this,
            [id = id_, item = given.item, rows = given.rows, answers = given.answers](
                session::Session& session) { return Checklists(session).give(id, item, rows, answers); },
            [this, at = field, serial = waiting.serial](const Result<void>& result) {
                sent(at, serial, result);
            });
        sending_[field] = waiting;
    }
    noteKept();
}

void ChecklistCase::sent(const std::string& field, std::uint64_t serial, const Result<void>& result) {
    const auto at = sending_.find(field);
    if (at == sending_.end() || at->second.serial != serial) return;
    if (result) {
        stored_[field] = checklist::fieldText(at->second.given.answers);
        sending_.erase(at);
        keptAt_ = desk_.outside().clock.wallMs();
        return noteKept();
    }
    const bool again = result.error().code == ErrorCode::Storage;
    // What could not be stored stays on the screen and is tried again; what may not be written is told.
    if (again && unsent_.find(field) == unsent_.end()) unsent_[field] = at->second;
    sending_.erase(at);
    keepFailure_ = wordsFor(result.error()).title;
    kept_ = Kept::Failed;
    emit keptChanged();
    if (again)
        pause_.start(retryMs);
    else
        say(result.error());
    if (!again) reload();
}

void ChecklistCase::noteKept() {
    if (kept_ == Kept::Failed && !unsent_.empty()) return;
    const Kept now =
        unsent_.empty() && sending_.empty() && unfinishedWrites_ == 0 ? Kept::Done : Kept::Waiting;
    if (now == Kept::Done && keptAt_ == 0) keptAt_ = desk_.outside().clock.wallMs();
    kept_ = now;
    emit keptChanged();
}

void ChecklistCase::keepUnfinished() {
    ++unfinishedWrites_;
    desk_.ask(
        this,
        [id = id_, typed = unfinished_](session::Session& session) { keepUnfinishedIn(session, id, typed); },
        [this](const Result<void>& kept) {
            --unfinishedWrites_;
            if (!kept) return say(kept.error());
            noteKept();
        });
}

// ---- deeds

void ChecklistCase::setWorking(bool working) {
    if (working == working_) return;
    working_ = working;
    emit workingChanged();
}

void ChecklistCase::say(const Error& error) {
    const app::Words words = wordsFor(error);
    emit failed(words.title, words.explanation);
}

template <typename Work, typename Done>
void ChecklistCase::act(Work work, Done done) {
    flush();
    setWorking(true);
    desk_.change(
        this,
        [id = id_, work = std::move(work)](session::Session& session) mutable {
            Checklists lists(session);
            return work(lists, id);
        },
        [this, done = std::move(done)](auto result) mutable {
            setWorking(false);
            if (!result) return say(result.error());
            if constexpr (std::is_same_v<std::decay_t<decltype(result)>, Result<void>>)
                done();
            else
                done(std::move(*result));
        });
}

void ChecklistCase::addRow(const std::string& item, const checklist::Rows& around,
                           const std::vector<ChecklistGiven>& answers) {
    act(
        [item, around, answers](Checklists& lists, const RecordId& id) -> Result<checklist::Rows> {
            auto rows = lists.addRow(id, item, around);
            if (!rows) return rows;
            for (const ChecklistGiven& given : answers)
                if (auto back = lists.give(id, given.item, *rows, given.answers); !back) return back.error();
            return rows;
        },
        [this](const checklist::Rows& rows) {
            noteKept();
            // The row is there with the next reading, which was asked for before this.
            connect(
                this, &ChecklistCase::loadedChanged, this,
                [this, rows] {
                    if (const QString key = form_.firstIn(rows); !key.isEmpty()) emit rowAdded(key);
                },
                Qt::SingleShotConnection);
        });
}

void ChecklistCase::settle(const QString& key, int number) {
    const std::string field = form_.fieldOf(key);
    if (field.empty() || number < 1) return;
    act(
        [field, number](Checklists& lists, const RecordId& id) {
            return lists.settle(id, field, static_cast<std::size_t>(number));
        },
        [this] { emit told(tr("Gekozen. De ander ziet het na het synchroniseren.")); });
}

void ChecklistCase::takeOver(int late) {
    if (late < 0 || static_cast<std::size_t>(late) >= info_.late.size()) return;
    const std::string field = info_.late[static_cast<std::size_t>(late)].field;
    std::size_t number = 0;
    for (int i = 0; i <= late; ++i)
        if (info_.late[static_cast<std::size_t>(i)].field == field) ++number;
    act([field, number](Checklists& lists, const RecordId& id) { return lists.takeOver(id, field, number); },
        [this] { emit told(tr("Overgenomen")); });
}

void ChecklistCase::complete() {
    if (form_.troubles() > 0 || !unfinished_.empty()) return form_.markMissing();
    act([](Checklists& lists, const RecordId& id) { return lists.complete(id); },
        [this] { emit completed(); });
}

void ChecklistCase::amend(const QString& reason) {
    if (reason.trimmed().isEmpty()) return;
    act([reason = utf8(reason.trimmed())](Checklists& lists,
                                          const RecordId& id) { return lists.amend(id, reason); },
        [] {});
}

QString ChecklistCase::extend(const QString& until, const QString& reason) {
    checklist::Item day;
    day.type = checklist::ItemType::Date;
    const auto answers = answersTyped(day, until);
    if (answers.empty() || answers.front().type != checklist::Answer::Type::Date ||
        answers.front().text.size() != 10)
        return tr("Schrijf een datum, zoals 1-3-2027.");
    if (answers.front().text <= info_.summary.retainUntil) return tr("Kies een latere dag dan nu.");
    if (reason.trimmed().isEmpty()) return tr("Schrijf op waarom het langer nodig is.");
    act([day = answers.front().text, reason = utf8(reason.trimmed())](
            Checklists& lists, const RecordId& id) { return lists.extend(id, day, reason); },
        [this] { emit told(tr("De lijst wordt langer bewaard.")); });
    return {};
}

void ChecklistCase::erase() {
    pause_.stop();
    unsent_.clear();
    unfinished_.clear();
    act([](Checklists& lists, const RecordId& id) { return lists.erase(id); },
        [this] {
            keepUnfinished();
            emit erased();
        });
}

void ChecklistCase::share(const QString& team) {
    const auto space = idFrom(team);
    if (!space) return;
    SpaceId to;
    to.bytes = space->bytes;
    act([to](Checklists& lists, const RecordId& id) { return lists.share(id, to); },
        [this](const RecordId& moved) {
            setRecordId(idText(moved));
            emit told(tr("Gedeeld"));
        });
}

void ChecklistCase::takeBack() {
    act([](Checklists& lists, const RecordId& id) { return lists.takeBack(id); },
        [this](const RecordId& moved) {
            setRecordId(idText(moved));
            emit told(tr("De lijst is weer alleen van u."));
        });
}

void ChecklistCase::savePdf(const QUrl& file) {
    const auto words = App::instance()->settings().languageInUse() == QLatin1String("en") ? paper::english()
                                                                                          : paper::dutch();
    act(
        [path = utf8(file.toLocalFile()), words, me = utf8(App::instance()->memberName()),
         now = desk_.outside().clock.wallMs()](Checklists& lists, const RecordId& id) -> Result<void> {
            const auto list = lists.read(id);
            if (!list) return list.error();
            if (auto written = paper::writeChecklist(*list, path, words, me, now); !written) return written;
            return lists.noteAccess(id, "printed");
        },
        [this] { emit told(tr("Bewaard als PDF")); });
}

}  // namespace veldwijzer::app
