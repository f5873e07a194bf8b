// SPDX-License-Identifier: EUPL-1.2
// Preloaded into a program, makes its wall clock wrong by VELDWIJZER_SHIFT_SECONDS. For tests of devices
// whose clock is wrong and of invitations that expire; the monotonic clock stays right.
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

#include <cstdlib>

extern "C" int clock_gettime(clockid_t clock, timespec* time) noexcept {
    // Past libc and its vdso straight to the kernel: libc's own function is this one now.
    const long result = syscall(SYS_clock_gettime, clock, time);
    if (result == 0 && clock == CLOCK_REALTIME) {
        static const long shift = [] {
            const char* seconds = std::getenv("VELDWIJZER_SHIFT_SECONDS");
            return seconds != nullptr ? std::atol(seconds) : 0L;
        }();
        time->tv_sec += shift;
    }
    return static_cast<int>(result);
}
