// SPDX-License-Identifier: EUPL-1.2
#include "app/words.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include "domain/opening_hours.h"

namespace veldwijzer::app {
namespace {

struct Said {
    Q_DECLARE_TR_FUNCTIONS(Said)
};

QDate dateOf(std::chrono::sys_days day) {
    const std::chrono::year_month_day date(day);
    return {static_cast<int>(date.year()), static_cast<int>(static_cast<unsigned>(date.month())),
            static_cast<int>(static_cast<unsigned>(date.day()))};
}

}  // namespace

QString text(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

std::string utf8(const QString& text) {
    return text.toStdString();
}

Words wordsFor(const Error& error) {
    switch (error.code) {
        case ErrorCode::WrongPassphrase:
            return {
                Said::tr("Dit is niet de juiste wachtzin"),
                Said::tr("Er is niets veranderd. Kijk of Caps Lock aan staat en probeer het nog een keer.")};
        case ErrorCode::WeakPassphrase:
            return {
                Said::tr("Deze wachtzin is te makkelijk te raden"),
                Said::tr(
                    "Er is nog niets vastgelegd. Kies een langere zin, bijvoorbeeld vier losse woorden.")};
        case ErrorCode::VaultDamaged:
            return {
                Said::tr("De opslag op dit toestel is beschadigd"),
                Said::tr("De app heeft er niets aan veranderd. Wat u eerder hebt verstuurd, is veilig bij uw "
                         "collega’s. Gooi niets weg. Hebt u een reservekopie, zet die dan terug. Of begin "
                         "opnieuw met een nieuwe uitnodiging van uw coördinator.")};
        case ErrorCode::VaultRolledBack:
            return {
                Said::tr("De opslag op dit toestel is ouder dan verwacht"),
                Said::tr("Misschien is een reservekopie teruggezet. Wat verstuurd is, komt terug bij het "
                         "synchroniseren. Wat daarna alleen op dit toestel stond, staat hier niet meer bij: "
                         "hebt u een nieuwere kopie, zet die dan eerst terug.")};
        case ErrorCode::VaultInUse:
            return {Said::tr("De app is al open"),
                    Said::tr("Er is niets veranderd. Sluit het andere venster en probeer het opnieuw.")};
        case ErrorCode::VaultExists:
            return {Said::tr("Op dit toestel staat al een regio"),
                    Said::tr("Er is niets veranderd. Open die met uw wachtzin.")};
        case ErrorCode::VaultMissing:
            return {Said::tr("Er staat nog niets op dit toestel"),
                    Said::tr("De app heeft niets gewist. Begin met een uitnodiging. Staan uw gegevens op een "
                             "andere schijf, sluit die dan aan.")};
        case ErrorCode::InvitationExpired:
            return {Said::tr("Deze uitnodiging is verlopen"),
                    Said::tr("Er is niets veranderd. Vraag uw coördinator om een nieuwe.")};
        case ErrorCode::InvitationUsed:
            return {Said::tr("Deze uitnodiging is al gebruikt"),
                    Said::tr("Er is niets veranderd. Vraag uw coördinator om een nieuwe.")};
        case ErrorCode::InvitationRevoked:
            return {Said::tr("Deze uitnodiging is ingetrokken"),
                    Said::tr("Er is niets veranderd. Vraag uw coördinator om een nieuwe.")};
        case ErrorCode::InvitationUnknown:
            return {Said::tr("De regio kent deze uitnodiging nog niet"),
                    Said::tr("Er is niets veranderd. Het toestel van uw coördinator moet eerst "
                             "synchroniseren. Probeer "
                             "het daarna opnieuw.")};
        case ErrorCode::Offline:
            return {Said::tr("Geen verbinding"),
                    Said::tr("Alles staat veilig op dit toestel en gaat vanzelf mee zodra het kan.")};
        case ErrorCode::Busy:
        case ErrorCode::ServerError:
            return {
                Said::tr("De server kan nu niet antwoorden"),
                Said::tr("Alles staat veilig op dit toestel. De app probeert het vanzelf opnieuw. Duurt het "
                         "langer dan een dag, bel dan uw coördinator.")};
        case ErrorCode::ServerChanged:
            return {
                Said::tr("Er antwoordt een andere server dan die van uw regio"),
                Said::tr(
                    "Uw werk staat veilig op dit toestel; wat verstuurd is, kan die server niet lezen. Moet "
                    "u op deze wifi eerst inloggen? Open dan een webpagina en log in, of probeer een ander "
                    "netwerk. Helpt dat niet, bel dan uw coördinator.")};
        case ErrorCode::ConnectionUntrusted:
            return {
                Said::tr("Geen veilige verbinding met de server"),
                Said::tr(
                    "Er is niets verstuurd en uw werk staat veilig op dit toestel. Kijk of datum en tijd van "
                    "dit toestel kloppen, en probeer een ander netwerk. Helpt dat niet, bel dan uw "
                    "coördinator.")};
        case ErrorCode::ServerForked:
        case ErrorCode::ChainBroken:
        case ErrorCode::StateDiffers:
            return {Said::tr("De server vertelt niet iedereen hetzelfde"),
                    Said::tr("Uw eigen werk staat veilig op dit toestel. Meld dit aan uw coördinator.")};
        case ErrorCode::ServerRestored:
            return {Said::tr("De server is teruggezet"),
                    Said::tr("Uw toestel vult aan wat de server kwijt is. U hoeft niets te doen.")};
        case ErrorCode::NotAMember:
            return {Said::tr("Dit toestel hoort niet (meer) bij de regio"),
                    Said::tr("Wat u niet hebt verstuurd, staat nog op dit toestel. Neem contact op met uw "
                             "coördinator.")};
        case ErrorCode::Forbidden:
            return {Said::tr("Dat mag u met uw rol niet"),
                    Said::tr("Er is niets veranderd. Vraag het uw coördinator.")};
        case ErrorCode::ClockSkew:
            return {
                Said::tr("De klok van dit toestel loopt niet gelijk"),
                Said::tr("Uw werk staat veilig op dit toestel en gaat gewoon mee. Maar ‘nu open’ en datums "
                         "kunnen verkeerd zijn. Zet datum, tijd en tijdzone goed in de instellingen van dit "
                         "toestel.")};
        case ErrorCode::Storage:
            return {Said::tr("Opslaan lukt niet"), Said::tr("Het toestel is vol, of de app mag hier niet "
                                                            "schrijven. Wat eerder is opgeslagen, is veilig. "
                                                            "Maak ruimte vrij en probeer het opnieuw.")};
        case ErrorCode::NotFound:
            return {Said::tr("Dit staat niet (meer) op dit toestel"),
                    Said::tr("Er is niets veranderd. Synchroniseer en zoek het opnieuw.")};
        case ErrorCode::TooLarge:
            return {Said::tr("Dit is te groot"),
                    Said::tr("Er is niets veranderd. Maak het korter of kleiner.")};
        case ErrorCode::UnsupportedVersion:
            return {Said::tr("Dit is gemaakt met een nieuwere versie van de app"),
                    Said::tr("Er is niets veranderd en er gaat niets verloren. Werk de app bij.")};
        case ErrorCode::InvalidArgument:
        case ErrorCode::Malformed:
            return {Said::tr("Dit kan de app niet lezen"),
                    Said::tr("Er is niets veranderd. Kijk na wat er is ingevuld.")};
        default:
            return {Said::tr("Er ging iets mis"),
                    Said::tr("Wat eerder is opgeslagen, is veilig. Probeer het opnieuw.")};
    }
}

Words syncWordsFor(const Error& error) {
    switch (error.code) {
        // What a person typed wrong elsewhere is here what a server said.
        case ErrorCode::Malformed:
        case ErrorCode::InvalidArgument:
        case ErrorCode::TooLarge:
        case ErrorCode::BadSignature:
        case ErrorCode::Replayed:
        case ErrorCode::NotFound:
        case ErrorCode::UnsealFailed:
            return {Said::tr("Het antwoord van de server klopt niet"),
                    Said::tr("Er is niets van overgenomen en uw werk staat veilig op dit toestel. De app "
                             "probeert het vanzelf opnieuw. Blijft het zo, bel dan uw coördinator.")};
        case ErrorCode::UnsupportedVersion:
            return {Said::tr("Uw regio gebruikt een nieuwere versie van de app"),
                    Said::tr("Uw werk staat veilig op dit toestel. Werk de app bij; daarna gaat het vanzelf "
                             "mee.")};
        default:
            return wordsFor(error);
    }
}

QString momentText(WallMs at, WallMs now) {
    if (at <= 0) return Said::tr("nog nooit");
    if (now >= at && now - at < 60'000) return Said::tr("zojuist");
    const QString time = text(domain::localText(at)).mid(11);
    const auto day = domain::localDayOf(at);
    const auto today = domain::localDayOf(now);
    if (day == today) return time;
    if (day == today - std::chrono::days(1)) return Said::tr("gisteren %1").arg(time);
    const QDate date = dateOf(day);
    if (date.year() == dateOf(today).year())
        return QLocale().toString(date, QStringLiteral("d MMMM ")) + time;
    return dayWords(day);
}

QString dayWords(std::chrono::sys_days day) {
    return QLocale().toString(dateOf(day), QStringLiteral("d MMMM yyyy"));
}

}  // namespace veldwijzer::app
