// SPDX-License-Identifier: EUPL-1.2
#include "app/onboarding.h"

#include <QCoreApplication>
#include <QPointer>
#include <QThreadPool>

#include "app/passphrase_strength.h"
#include "app/qr_picture.h"
#include "app/words.h"
#include "base/utf8.h"

namespace veldwijzer::app {
namespace {

// In the vault's settings, until the region let this device in.
constexpr std::string_view linkSetting = "app/joining-link";
constexpr std::string_view nameSetting = "app/joining-name";

void keep(session::Session& session, const std::string& link, const std::string& name) {
    session.store().transact([&] {
        session.store().setSetting(linkSetting, viewOf(link));
        session.store().setSetting(nameSetting, viewOf(name));
    });
}

std::string kept(session::Session& session, std::string_view setting) {
    const auto bytes = session.store().setting(setting);
    return bytes ? std::string(textOf(*bytes)) : std::string();
}

/// With what was kept; forgets it when it is done. On the store thread; waits for the network.
Result<void> joinAsKept(Desk& desk, session::Session& session) {
    if (session.joined()) return {};
    const auto link = roster::decodeLink(kept(session, linkSetting));
    if (!link) return fail(ErrorCode::InvitationUnknown, "this vault waits for an invitation");
    auto transport = desk.transportTo(link->url);
    if (!transport) return transport.error();
    auto joined = session.join(*link, kept(session, nameSetting), **transport);
    if (joined) keep(session, {}, {});
    return joined;
}

bool comesBack(ErrorCode code) {
    return code == ErrorCode::Offline || code == ErrorCode::Busy || code == ErrorCode::ServerError ||
           code == ErrorCode::ConnectionUntrusted;
}

Words notALink(const Error& error) {
    if (error.code == ErrorCode::UnsupportedVersion) return wordsFor(error);
    return {Onboarding::tr("Dit is geen hele uitnodiging"),
            Onboarding::tr(
                "Een uitnodiging begint met veldwijzer:join/. Kopieer of scan hem nog een keer, helemaal. "
                "Er is niets veranderd.")};
}

}  // namespace

Words joinWordsFor(const Error& error) {
    switch (error.code) {
        case ErrorCode::Offline:
            return {Onboarding::tr("Geen verbinding met de server van de regio"),
                    Onboarding::tr(
                        "Uw naam, wachtzin en uitnodiging zijn bewaard op dit toestel. De app probeert het "
                        "vanzelf opnieuw. U mag de app ook sluiten.")};
        case ErrorCode::Busy:
        case ErrorCode::ServerError:
            return {Onboarding::tr("De server kan nu niet antwoorden"),
                    Onboarding::tr(
                        "Uw uitnodiging blijft geldig en is bewaard. De app probeert het vanzelf opnieuw.")};
        case ErrorCode::ServerChanged:
            return {Onboarding::tr("Er antwoordt een andere server dan die van uw uitnodiging"),
                    Onboarding::tr("Uw uitnodiging is bewaard, en met wat verstuurd is kan die server niets. "
                                   "Moet u op deze wifi "
                                   "eerst inloggen? Open dan een webpagina en log in, of probeer een ander "
                                   "netwerk. Helpt dat "
                                   "niet, bel dan uw coördinator.")};
        case ErrorCode::ConnectionUntrusted:
            return {
                Onboarding::tr("Geen veilige verbinding met de server van de regio"),
                Onboarding::tr(
                    "Er is niets verstuurd. Uw naam, wachtzin en uitnodiging zijn bewaard. Kijk of datum en "
                    "tijd van dit toestel kloppen, en probeer een ander netwerk. Helpt dat niet, bel dan uw "
                    "coördinator.")};
        case ErrorCode::InvitationExpired:
        case ErrorCode::InvitationUsed:
        case ErrorCode::InvitationRevoked: {
            Words words = wordsFor(error);
            words.explanation = Onboarding::tr(
                "Vraag uw coördinator om een nieuwe. Uw naam en wachtzin blijven "
                "bewaard; u hoeft alleen de nieuwe uitnodiging in te vullen.");
            return words;
        }
        case ErrorCode::InvitationUnknown:
            return {Onboarding::tr("De regio kent deze uitnodiging nog niet"),
                    Onboarding::tr(
                        "Uw naam en wachtzin blijven bewaard. Het toestel van uw coördinator moet eerst "
                        "synchroniseren. Probeer het daarna opnieuw, of vul een andere uitnodiging in.")};
        case ErrorCode::ClockSkew:
            return {
                Onboarding::tr("De klok van dit toestel loopt niet gelijk"),
                Onboarding::tr("Zet datum en tijd goed en probeer het opnieuw. Uw uitnodiging is bewaard.")};
        case ErrorCode::Storage:
            return {Onboarding::tr("Opslaan lukt niet"),
                    Onboarding::tr(
                        "Misschien is het toestel vol. Uw uitnodiging blijft geldig. Maak ruimte vrij en "
                        "probeer het opnieuw.")};
        case ErrorCode::InvalidArgument:
            return {
                Onboarding::tr("Deze naam kan niet"),
                Onboarding::tr("Uw uitnodiging is bewaard. Vul de naam in waaronder collega’s u kennen, van "
                               "hooguit 200 tekens.")};
        case ErrorCode::Malformed:
        case ErrorCode::ChainBroken:
        case ErrorCode::BadSignature:
            return {
                Onboarding::tr("Het antwoord van de server klopt niet"),
                Onboarding::tr(
                    "Er is niets verloren en uw uitnodiging is bewaard. Probeer het opnieuw, eventueel op "
                    "een ander netwerk. Blijft het zo, bel dan uw coördinator.")};
        default:
            return wordsFor(error);
    }
}

Onboarding::Onboarding(QObject* parent) : QObject(parent), app_(*App::instance()) {
    retryLater_.setSingleShot(true);
    retryLater_.setInterval(retryMs);
    connect(&retryLater_, &QTimer::timeout, this, &Onboarding::retry);
    connect(&app_, &App::phaseChanged, this, &Onboarding::stepChanged);
    connect(&app_, &App::linkOffered, this, &Onboarding::takeOffered);
    takeOffered();
    // Unlocked, but in no region: an earlier join was cut off.
    if (app_.phase() == App::Phase::Joining) retry();
}

Onboarding::~Onboarding() = default;

void Onboarding::takeOffered() {
    if (const QString offered = app_.takeOfferedLink(); !offered.isEmpty()) readLink(offered);
}

Onboarding::Step Onboarding::step() const {
    if (app_.phase() == App::Phase::Joining) return Step::Joining;
    return link_ ? Step::Person : Step::Invitation;
}

void Onboarding::readLink(const QString& text) {
    auto link = roster::decodeLink(utf8(text));
    if (!link) {
        setProblem(notALink(link.error()), step() == Step::Joining);
        return;
    }
    setProblem({});
    if (step() == Step::Joining) {
        joinWith(text);
        return;
    }
    link_ = std::move(*link);
    emit linkChanged();
    emit stepChanged();
}

void Onboarding::readPicture(const QUrl& file) {
    if (reading_) return;
    setReading(true);
    setProblem({});
    QThreadPool::globalInstance()->start([path = file.toLocalFile(), guard = QPointer<Onboarding>(this)] {
        const auto found = qrTextInFile(path, QStringLiteral("veldwijzer:"));
        QMetaObject::invokeMethod(QCoreApplication::instance(), [guard, found] {
            if (!guard) return;
            guard->setReading(false);
            if (found)
                guard->readLink(*found);
            else if (found.error().code == ErrorCode::NotFound)
                guard->setProblem(
                    {tr("In dit plaatje staat geen QR-code"),
                     tr("Neem een scherpere foto, waar de hele code op staat, of vul de link in.")});
            else
                guard->setProblem({tr("Dit bestand is geen plaatje dat de app kan lezen"),
                                   tr("Kies een foto of schermafdruk van de QR-code, of vul de link in.")});
        });
    });
}

void Onboarding::forgetLink() {
    link_.reset();
    setProblem({});
    emit linkChanged();
    emit stepChanged();
}

void Onboarding::join(const QString& name, const QString& passphrase) {
    if (!link_ || joining_) return;
    if (!goodEnough(passphrase)) {
        setProblem(wordsFor({ErrorCode::WeakPassphrase, {}}));
        return;
    }
    setProblem({});
    setJoining(true);
    auto make = [vault = app_.vault(), passphrase = utf8(passphrase), name = utf8(name.trimmed()),
                 link = roster::encodeLink(*link_),
                 cost = app_.desk().outside().kdfCost](session::Environment environment) {
        auto session = session::Session::create(vault, passphrase, cost(), environment);
        if (session) keep(**session, link, name);
        return session;
    };
    app_.desk().open(std::move(make), [this, guard = QPointer<Onboarding>(this)](const Result<void>& made) {
        if (!guard) return;
        setJoining(false);
        if (made) return retry();
        showFailure(made.error());
        // The vault was made, and the disk was full only then: it opens with the passphrase just chosen.
        if (app_.phase() == App::Phase::Locked) app_.foundVault(made.error());
    });
}

void Onboarding::retry() {
    retryLater_.stop();
    if (joining_ || app_.phase() != App::Phase::Joining) return;
    nameNeeded_ = false;
    setProblem({});
    setJoining(true);
    app_.desk().ask(
        this, [&desk = app_.desk()](session::Session& session) { return joinAsKept(desk, session); },
        [this](const Result<void>& joined) {
            setJoining(false);
            if (joined)
                app_.joinedRegion();
            else
                showFailure(joined.error());
        });
}

void Onboarding::joinWith(const QString& linkText, const QString& name) {
    const auto link = roster::decodeLink(utf8(linkText));
    if (!link) {
        setProblem(notALink(link.error()), true);
        return;
    }
    app_.desk().ask(
        this,
        [encoded = roster::encodeLink(*link), name = utf8(name.trimmed())](session::Session& session) {
            keep(session, encoded, name.empty() ? kept(session, nameSetting) : name);
        },
        [this](const Result<void>& done) {
            if (done)
                retry();
            else
                showFailure(done.error());
        });
}

int Onboarding::strength(const QString& passphrase) const {
    return static_cast<int>(strengthOf(passphrase));
}

QString Onboarding::strengthWords(const QString& passphrase) const {
    switch (strengthOf(passphrase)) {
        case Strength::TooShort:
            return tr("Te kort: gebruik minstens tien tekens");
        case Strength::Weak:
            return tr("Te makkelijk te raden: voeg nog een woord toe");
        case Strength::Fair:
            return tr("Redelijk: een woord erbij maakt hem sterk");
        case Strength::Good:
            return tr("Goed");
        case Strength::Strong:
            return tr("Sterk");
    }
    return {};
}

bool Onboarding::goodEnough(const QString& passphrase) const {
    return strengthOf(passphrase) >= Strength::Fair;
}

QString Onboarding::regionName() const {
    return link_ ? text(link_->regionName) : QString();
}

QString Onboarding::server() const {
    return link_ ? QUrl(text(link_->url)).host() : QString();
}

bool Onboarding::founding() const {
    return link_ && !link_->rootFingerprint;
}

void Onboarding::showFailure(const Error& error) {
    const bool spent =
        error.code == ErrorCode::InvitationExpired || error.code == ErrorCode::InvitationUsed ||
        error.code == ErrorCode::InvitationRevoked || error.code == ErrorCode::InvitationUnknown;
    if (comesBack(error.code)) retryLater_.start();
    nameNeeded_ = error.code == ErrorCode::InvalidArgument;
    setProblem(joinWordsFor(error), spent);
}

void Onboarding::setProblem(const Words& words, bool linkSpent) {
    problem_ = words;
    linkSpent_ = linkSpent;
    emit problemChanged();
}

void Onboarding::setJoining(bool joining) {
    joining_ = joining;
    emit joiningChanged();
}

void Onboarding::setReading(bool reading) {
    reading_ = reading;
    emit readingChanged();
}

}  // namespace veldwijzer::app
