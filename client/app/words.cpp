// SPDX-License-Identifier: EUPL-1.2
#include "app/words.h"

#include <QCoreApplication>
#include <QDate>
#include <QLocale>

#include "domain/opening_hours.h"

namespace veldwijzer::app {
namespace {

QString tr(const char* source) {
    return QCoreApplication::translate("Words", source);
}

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
            return {tr("Dit is niet de juiste wachtzin"),
                    tr("Er is niets veranderd. Kijk of Caps Lock aan staat en probeer het nog een keer.")};
        case ErrorCode::WeakPassphrase:
            return {tr("Deze wachtzin is te makkelijk te raden"),
                    tr("Kies een langere zin, bijvoorbeeld vier losse woorden.")};
        case ErrorCode::VaultDamaged:
            return {tr("De opslag op dit toestel is beschadigd"),
                    tr("Wat u eerder hebt verstuurd, staat ook bij uw collega’s. Zet dit toestel niet terug "
                       "en gooi "
                       "niets weg. Neem contact op met uw coördinator.")};
        case ErrorCode::VaultRolledBack:
            return {tr("De opslag op dit toestel is ouder dan verwacht"),
                    tr("Misschien is een reservekopie teruggezet. Wat verstuurd is, komt terug bij het "
                       "synchroniseren. Wat daarna alleen op dit toestel stond, is er niet meer.")};
        case ErrorCode::VaultInUse:
            return {tr("De app is al open"), tr("Sluit het andere venster en probeer het opnieuw.")};
        case ErrorCode::VaultExists:
            return {tr("Op dit toestel staat al een regio"), tr("Open die met uw wachtzin.")};
        case ErrorCode::VaultMissing:
            return {tr("Er staat nog niets op dit toestel"), tr("Begin met een uitnodiging.")};
        case ErrorCode::InvitationExpired:
            return {tr("Deze uitnodiging is verlopen"), tr("Vraag uw coördinator om een nieuwe.")};
        case ErrorCode::InvitationUsed:
            return {tr("Deze uitnodiging is al gebruikt"), tr("Vraag uw coördinator om een nieuwe.")};
        case ErrorCode::InvitationRevoked:
            return {tr("Deze uitnodiging is ingetrokken"), tr("Vraag uw coördinator om een nieuwe.")};
        case ErrorCode::InvitationUnknown:
            return {
                tr("De regio kent deze uitnodiging nog niet"),
                tr("Het toestel van uw coördinator moet eerst synchroniseren. Probeer het daarna opnieuw.")};
        case ErrorCode::Offline:
            return {tr("Geen verbinding"),
                    tr("Alles staat veilig op dit toestel en gaat vanzelf mee zodra het kan.")};
        case ErrorCode::Busy:
        case ErrorCode::ServerError:
            return {tr("De server kan nu niet antwoorden"),
                    tr("Alles staat veilig op dit toestel. De app probeert het vanzelf opnieuw.")};
        case ErrorCode::ServerChanged:
            return {tr("Er antwoordt een andere server dan die van uw regio"),
                    tr("Er is niets naartoe gestuurd. Probeer een ander netwerk. Helpt dat niet, bel dan uw "
                       "coördinator.")};
        case ErrorCode::ServerForked:
        case ErrorCode::ChainBroken:
        case ErrorCode::StateDiffers:
            return {tr("De server vertelt niet iedereen hetzelfde"),
                    tr("Uw eigen werk staat veilig op dit toestel. Meld dit aan uw coördinator.")};
        case ErrorCode::ServerRestored:
            return {tr("De server is teruggezet"),
                    tr("Uw toestel vult aan wat de server kwijt is. U hoeft niets te doen.")};
        case ErrorCode::NotAMember:
            return {tr("Dit toestel hoort niet (meer) bij de regio"),
                    tr("Wat u niet hebt verstuurd, staat nog op dit toestel. Neem contact op met uw "
                       "coördinator.")};
        case ErrorCode::Forbidden:
            return {tr("Dat mag u met uw rol niet"), tr("Er is niets veranderd. Vraag het uw coördinator.")};
        case ErrorCode::ClockSkew:
            return {tr("De klok van dit toestel loopt niet gelijk"),
                    tr("Zet datum en tijd goed. Uw werk staat veilig op dit toestel.")};
        case ErrorCode::Storage:
            return {
                tr("Opslaan lukt niet"),
                tr("Misschien is het toestel vol. Wat eerder is opgeslagen, is veilig. Maak ruimte vrij en "
                   "probeer het opnieuw.")};
        case ErrorCode::NotFound:
            return {tr("Dit staat niet (meer) op dit toestel"), tr("Synchroniseer en zoek het opnieuw.")};
        case ErrorCode::TooLarge:
            return {tr("Dit is te groot"), tr("Er is niets veranderd. Maak het korter of kleiner.")};
        case ErrorCode::UnsupportedVersion:
            return {tr("Dit is gemaakt met een nieuwere versie van de app"),
                    tr("Werk de app bij. Er is niets veranderd.")};
        case ErrorCode::InvalidArgument:
        case ErrorCode::Malformed:
            return {tr("Dit kan de app niet lezen"),
                    tr("Er is niets veranderd. Kijk na wat er is ingevuld.")};
        default:
            return {tr("Er ging iets mis"), tr("Wat eerder is opgeslagen, is veilig. Probeer het opnieuw.")};
    }
}

QString momentText(WallMs at, WallMs now) {
    if (at <= 0) return tr("nog nooit");
    if (now >= at && now - at < 60'000) return tr("zojuist");
    const QString time = text(domain::localText(at)).mid(11);
    const auto day = domain::localDayOf(at);
    const auto today = domain::localDayOf(now);
    if (day == today) return time;
    if (day == today - std::chrono::days(1)) return tr("gisteren %1").arg(time);
    const QDate date = dateOf(day);
    if (date.year() == dateOf(today).year())
        return QLocale().toString(date, QStringLiteral("d MMMM ")) + time;
    return dayWords(day);
}

QString dayWords(std::chrono::sys_days day) {
    return QLocale().toString(dateOf(day), QStringLiteral("d MMMM yyyy"));
}

}  // namespace veldwijzer::app
