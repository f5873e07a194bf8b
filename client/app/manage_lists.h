// SPDX-License-Identifier: EUPL-1.2
#pragma once

#include "app/listing.h"

namespace veldwijzer::app {

/// Who is in the region. A row: name, role, devices, since, you.
class People : public veldwijzer::app::Listing {
    Q_OBJECT
    QML_ELEMENT
public:
    explicit People(QObject* parent = nullptr) : Listing(parent) { followSync(); }

protected:
    void reload() override;
};

/// Services that nobody looked at for a while. A row: id, title, text. And how long that while is.
class StaleList : public veldwijzer::app::Listing {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(int months READ months NOTIFY loadedChanged)
public:
    explicit StaleList(QObject* parent = nullptr) : Listing(parent) {}
    [[nodiscard]] int months() const { return months_; }
    /// This person looked today and found it right.
    Q_INVOKABLE void assure(const QString& id);
    /// For the whole region; 1 to 60.
    Q_INVOKABLE void setMonths(int months);

protected:
    void reload() override;

private:
    int months_ = 0;
};

/// Records that may be one. A row: first, second (each: id, title, lines), kind, score.
class DuplicatePairs : public veldwijzer::app::Listing {
    Q_OBJECT
    QML_ELEMENT
public:
    explicit DuplicatePairs(QObject* parent = nullptr) : Listing(parent) {}
    /// `keep` stays and takes over what only `other` says.
    Q_INVOKABLE void makeOne(const QString& keep, const QString& other);
    Q_INVOKABLE void tellApart(const QString& first, const QString& second);

protected:
    void reload() override;
};

/// Words that people type and what they mean by them. A row: id, term, standsFor.
class SynonymList : public veldwijzer::app::Listing {
    Q_OBJECT
    QML_ELEMENT
public:
    explicit SynonymList(QObject* parent = nullptr) : Listing(parent) {}
    static constexpr std::size_t most = 5000;
    Q_INVOKABLE void add(const QString& term, const QString& standsFor);
    Q_INVOKABLE void remove(const QString& id);
    Q_INVOKABLE void restore(const QString& id);

protected:
    void reload() override;
};

/// The terms of the facets. A row: id, facet (in words), facetCode, name, code, retired.
class TermList : public veldwijzer::app::Listing {
    Q_OBJECT
    QML_ELEMENT
    Q_PROPERTY(QVariantList facets READ facets CONSTANT)
public:
    explicit TermList(QObject* parent = nullptr) : Listing(parent) {}
    static constexpr std::size_t most = 5000;
    /// code, name.
    [[nodiscard]] QVariantList facets() const;
    Q_INVOKABLE void add(const QString& facet, const QString& name);
    Q_INVOKABLE void rename(const QString& id, const QString& name);
    /// Offered no more; records that have it keep it.
    Q_INVOKABLE void retire(const QString& id, bool retired);

protected:
    void reload() override;
};

}  // namespace veldwijzer::app
