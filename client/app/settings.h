// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include <QtQml/qqmlregistration.h>
#include <QObject>
#include <QRect>
#include <QSettings>
#include <QString>
#include <filesystem>

class QQmlEngine;
class QJSEngine;

namespace veldwijzer::app {

/// What a person chose for this device. It must be there before unlocking, so it lies beside the vault as
/// plain text and holds nothing about anybody: language, looks and lock times. Values from outside their
/// bounds (a file that somebody edited) are brought inside. GUI thread.
class Settings : public QObject {
    Q_OBJECT
    QML_ELEMENT
    QML_SINGLETON
    Q_PROPERTY(QString language READ language WRITE setLanguage NOTIFY languageChanged)
    Q_PROPERTY(Look look READ look WRITE setLook NOTIFY lookChanged)
    Q_PROPERTY(bool dark READ dark NOTIFY lookChanged)
    Q_PROPERTY(double textScale READ textScale WRITE setTextScale NOTIFY textScaleChanged)
    Q_PROPERTY(bool reducedMotion READ reducedMotion WRITE setReducedMotion NOTIFY reducedMotionChanged)
    Q_PROPERTY(int lockIdleMinutes READ lockIdleMinutes WRITE setLockIdleMinutes NOTIFY lockTimesChanged)
    Q_PROPERTY(
        int lockHiddenMinutes READ lockHiddenMinutes WRITE setLockHiddenMinutes NOTIFY lockTimesChanged)
    /// Checklists one question a page instead of whole.
    Q_PROPERTY(bool oneByOne READ oneByOne WRITE setOneByOne NOTIFY oneByOneChanged)
    Q_PROPERTY(bool keepNumbers READ keepNumbers WRITE setKeepNumbers NOTIFY keepNumbersChanged)

public:
    enum class Look { System, Light, Dark };
    Q_ENUM(Look)

    static constexpr int lockIdleMinutesUsual = 10;
    static constexpr int lockHiddenMinutesUsual = 2;
    /// A vault that never closes by itself is none.
    static constexpr int lockMinutesMax = 60;

    /// `file` need not exist.
    explicit Settings(const std::filesystem::path& file, QObject* parent = nullptr);
    static Settings* create(QQmlEngine* engine, QJSEngine* scripts);

    /// "nl", "en", or "" for what the system says.
    [[nodiscard]] QString language() const;
    void setLanguage(const QString& code);
    /// "nl" or "en": with "" filled in. A system in any other language gets Dutch, the app's own.
    [[nodiscard]] QString languageInUse() const;
    [[nodiscard]] Look look() const;
    void setLook(Look look);
    /// Of the system: whether its windows are darker than its letters (Qt 6.4 has no other word for it).
    [[nodiscard]] bool dark() const;
    /// 1 to 2.
    [[nodiscard]] double textScale() const;
    void setTextScale(double scale);
    [[nodiscard]] bool reducedMotion() const;
    void setReducedMotion(bool reduced);
    /// 1 to 60.
    [[nodiscard]] int lockIdleMinutes() const;
    void setLockIdleMinutes(int minutes);
    /// 0 to 60; 0 locks as soon as the window is hidden.
    [[nodiscard]] int lockHiddenMinutes() const;
    void setLockHiddenMinutes(int minutes);
    /// Whether the region's urgent numbers may be shown before unlocking.
    [[nodiscard]] bool oneByOne() const;
    void setOneByOne(bool oneByOne);
    [[nodiscard]] bool keepNumbers() const;
    void setKeepNumbers(bool keep);

    /// Where the window was; empty before it was anywhere.
    Q_INVOKABLE QRect window() const;
    Q_INVOKABLE void keepWindow(const QRect& window);

signals:
    void languageChanged();
    void lookChanged();
    void textScaleChanged();
    void reducedMotionChanged();
    void lockTimesChanged();
    void oneByOneChanged();
    void keepNumbersChanged();

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    [[nodiscard]] int minutes(const QString& key, int usual, int least) const;
    template <typename Signal>
    void keep(const QString& key, const QVariant& value, Signal changed);

    QSettings file_;
};

}  // namespace veldwijzer::app
