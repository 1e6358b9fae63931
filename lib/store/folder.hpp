#pragma once
// Names of files, kept by the disk.

#include <string>

namespace svcadm::store {

/// What the folder of FILE says of names is on the disk, as far as the file system can promise that.
void sync_folder(const std::string& file);

/// The file that is meant: where FILE is a link, what it leads to, which need not exist.
std::string behind_links(const std::string& file);

}  // namespace svcadm::store
