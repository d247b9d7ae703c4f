import Glibc

/// How much memory this process may count on.
enum MachineMemory {
    /// In megabytes: the machine's, or the control group's limit where that is lower.
    static var megabytes: Int {
        let machine = sysconf(Int32(_SC_PHYS_PAGES)) * (sysconf(Int32(_SC_PAGESIZE)) / 1024) / 1024
        let limits = ["/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"]
            .compactMap { TextFile.read($0) }
            .compactMap { Int($0.prefix { $0.isNumber }) }
            .map { $0 / 1_048_576 }
            .filter { $0 > 0 }
        return min(machine, limits.min() ?? machine)
    }
}
