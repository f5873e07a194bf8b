# SPDX-License-Identifier: EUPL-1.2
"""The building blocks of the sample region: places, organisations, texts. All written by hand."""
