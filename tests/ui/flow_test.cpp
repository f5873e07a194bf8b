// SPDX-License-Identifier: EUPL-1.2
// A day with the app: the real screens, the real network and a real server process, used by mouse and
// keyboard through the names that a screen reader says.
#include <catch2/catch.hpp>
#include <csignal>
#include <optional>
#include <set>

#include "app/words.h"
#include "domain/kinds.h"
#include "server/processes.h"
#include "transport/http_transport.h"
#include "ui/person.h"

using namespace veldwijzer;
using namespace veldwijzer::test;

namespace {

const QString service = QStringLiteral("De Kindertelefoon");
// Not the one that every other test uses: that is a well-known example, and the app says so.
const QString typedPassphrase = QStringLiteral("lantaarn zeven kruidkoek wolkje");

/// A server that can be stopped and comes back at the same place.
class Server {
public:
    explicit Server(const std::filesystem::path& folder)
        : data_(folder / "server"),
          port_(server::test::quietPort()),
          bootstrap_(server::test::initialiseRegion(data_, "Veenrivier", port_)) {
        start();
    }
    void start() { process_.emplace(data_, std::vector<std::string>{}, port_); }
    void stop() {
        process_->signal(SIGTERM);
        REQUIRE(process_->wait() == 0);
        process_.reset();
    }
    [[nodiscard]] roster::InvitationLink bootstrap() const {
        auto link = roster::decodeLink(bootstrap_);
        REQUIRE(link.ok());
        return *link;
    }

private:
    std::filesystem::path data_;
    int port_;
    std::string bootstrap_;
    std::optional<server::test::ServerProcess> process_;
};

/// The coordinator's device, over the same server: she brought the sample map.
class Anna {
public:
    Anna(const std::filesystem::path& folder, const Server& server) {
        const auto link = server.bootstrap();
        auto transport = transport::HttpTransport::to(link.url);
        REQUIRE(transport.ok());
        transport_ = std::move(*transport);
        auto session =
            session::Session::create(folder / "colleague", passphrase, vault::kdfFloor, {clock_, random_});
        REQUIRE(session.ok());
        session_ = std::move(*session);
        REQUIRE(session_->join(link, "Anna", *transport_).ok());
        REQUIRE(session_->importHsds(VELDWIJZER_SAMPLE_FILE).ok());
        sync();
    }
    void sync() { REQUIRE_FALSE(session_->sync(*transport_).failure); }
    [[nodiscard]] QString invitation() {
        const auto link = session_->invite(roster::Role::Editor, 1, 3'600'000);
        REQUIRE(link.ok());
        sync();
        return app::text(*link);
    }
    [[nodiscard]] RecordId record() {
        search::Query query;
        query.text = app::utf8(service);
        const auto answer = session_->search(query);
        REQUIRE((answer.ok() && !answer->found.empty()));
        REQUIRE(answer->found.front().title == query.text);
        return answer->found.front().id;
    }
    session::Session& session() { return *session_; }

private:
    SystemClock clock_;
    SystemRandom random_;
    std::unique_ptr<transport::HttpTransport> transport_;
    std::unique_ptr<session::Session> session_;
};

/// What a device holds in the end.
struct Held {
    std::map<std::string, std::string> digests;
    std::uint64_t pending = 0;
    std::uint64_t conflicts = 0;
    std::size_t rejected = 0;
    std::set<std::string> emails;       ///< that count; two in a conflict
    std::set<std::string> everWritten;  ///< as email
    std::string second;                 ///< of the two in a conflict the one that is not shown elsewhere
};

Held heldBy(session::Session& session, const RecordId& record) {
    Held held;
    const session::Status status = session.status();
    for (const session::SpaceStatus& space : status.spaces)
        if (space.name == "map") held.digests[space.name] = space.digest;
    held.pending = status.pending;
    held.conflicts = status.conflicts;
    held.rejected = status.rejected.size();
    for (const store::HistoryEntry& entry : session.store().history(record)) {
        if (entry.field != "email" || !entry.operation.value) continue;
        const std::string value = domain::displayText(*entry.operation.value);
        held.everWritten.insert(value);
        if (entry.live) held.emails.insert(value);
    }
    for (const store::ConflictRow& row : session.store().conflicts(1))
        held.second = domain::displayText(*row.conflicts.front().values.at(1).value);
    return held;
}

Held heldByApp(Stage& stage, const RecordId& record) {
    std::optional<Held> held;
    stage.desk().ask(
        &stage.app(), [&](session::Session& session) { return heldBy(session, record); },
        [&](const Result<Held>& result) { held = *result; });
    REQUIRE(stage.waitFor([&] { return held.has_value(); }));
    return *held;
}

// ---- what a person does

void join(Person& person, const QString& invitation) {
    person.see(QStringLiteral("Uw uitnodiging"), QAccessible::EditableText);
    person.type(invitation);  // the field has the focus from the start
    person.key(Qt::Key_Return);
    person.see(QStringLiteral("Uw naam"), QAccessible::EditableText);
    person.type(QStringLiteral("Bram"));
    person.reach(QStringLiteral("Wachtzin"), QAccessible::EditableText);
    person.type(typedPassphrase);
    person.key(Qt::Key_Return);
    person.type(typedPassphrase);
    person.press(QStringLiteral("Meedoen"));
    person.see(QStringLiteral("Vandaag"), QAccessible::PageTab);
}

/// From anywhere to the service, by searching; its page is beside the list.
void find(Person& person) {
    person.key(Qt::Key_2, Qt::ControlModifier);
    person.key(Qt::Key_F, Qt::ControlModifier);
    person.typeOver(QStringLiteral("kindertelefon"));  // a letter short
    person.see(service, QAccessible::ListItem);
    person.key(Qt::Key_Return);  // into the list
    person.see(QStringLiteral("Bewerken"));
}

void writeEmail(Person& person, const QString& email) {
    person.click(QStringLiteral("Bewerken"));
    person.reach(QStringLiteral("E-mail"), QAccessible::EditableText);
    person.typeOver(email);
    person.press(QStringLiteral("Bewaar"));
    person.seeText(QStringLiteral("Bewaard op dit toestel"));
    person.see(QStringLiteral("Bewerken"));  // back where it began
}

}  // namespace

TEST_CASE("From invitation to resolved conflict, with the server gone in between", "[ui][flow]") {
    TemporaryFolder folder;
    Server server(folder.path());
    Anna anna(folder.path(), server);
    const RecordId record = anna.record();
    Stage stage(Stage::Region::Network);
    stage.resize(1280, 800);
    Person person(stage);

    join(person, anna.invitation());
    person.seeText(QStringLiteral("Alles verstuurd"));
    person.gone(QStringLiteral("De kaart van uw regio komt binnen"));
    find(person);
    writeEmail(person, QStringLiteral("een@kindertelefoon.example"));
    person.until("it is sent", [&] { return heldByApp(stage, record).pending == 0; });
    anna.sync();
    CHECK(heldBy(anna.session(), record).emails == std::set<std::string>{"een@kindertelefoon.example"});

    server.stop();
    writeEmail(person, QStringLiteral("twee@kindertelefoon.example"));
    person.seeText(QStringLiteral("Nog niet verstuurd"));
    person.key(Qt::Key_R, Qt::ControlModifier);
    person.seeText(QStringLiteral("Offline · 1 wijziging wacht"));
    REQUIRE(anna.session().set(record, {{"email", "drie@kindertelefoon.example"}}).ok());

    server.start();
    anna.sync();
    person.press(QStringLiteral("Synchronisatie: Offline · 1 wijziging wacht"));
    person.press(QStringLiteral("Nu synchroniseren"));
    person.press(QStringLiteral("Te kiezen: 1"));
    person.click(service);
    person.seeText(QStringLiteral("twee@kindertelefoon.example"));
    person.seeText(QStringLiteral("drie@kindertelefoon.example"));
    const std::string chosen = heldByApp(stage, record).second;
    CHECK(heldByApp(stage, record).conflicts == 1);
    person.press(QStringLiteral("Dat houden"));
    person.seeText(QStringLiteral("Alles is gekozen"));
    person.seeText(QStringLiteral("Alles verstuurd"));

    anna.sync();
    const Held here = heldByApp(stage, record);
    const Held there = heldBy(anna.session(), record);
    CHECK(here.digests.size() == 1);
    CHECK(here.digests == there.digests);
    for (const Held& held : {here, there}) {
        CHECK(held.pending == 0);
        CHECK(held.conflicts == 0);
        CHECK(held.rejected == 0);
        CHECK(held.everWritten == std::set<std::string>{"een@kindertelefoon.example",
                                                        "twee@kindertelefoon.example",
                                                        "drie@kindertelefoon.example"});
        CHECK(held.emails == std::set<std::string>{chosen});
    }
}
