#pragma once
// The detail of an audit event, for who may not see all of it.

#include <string>

namespace svcadm::store {

/// The detail, a JSON object, with "withheld" for every amount of money: each member whose name ends in "_fen".  The
/// same text where there is none; an empty object for what is none, as somebody else may have written it.
std::string without_amounts(const std::string& detail);

}  // namespace svcadm::store
