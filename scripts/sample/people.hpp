#pragma once
// The people of the sample office: a customer-service centre of three teams.

#include <string_view>

namespace sample {

/// Dates are written as in the files; empty where nothing is said.
struct Person {
  int number;  ///< employee number
  std::string_view name;
  int team;  ///< 1 to 3; 0: the centre itself
  std::string_view post;
  int superior;  ///< 0: nobody
  std::string_view hired;
  int device;                             ///< number at the clock
  int agent;                              ///< number at the telephone platform; 0: none
  int ability;                            ///< what the month's scores lie around
  std::string_view first = "2026-09-01";  ///< first and last day with files
  std::string_view last = "2026-10-31";
};

inline constexpr std::string_view departments[] = {"客服中心", "客服一组", "客服二组", "客服三组"};

// 1010 is on probation until 16 October, 1018 until 13 November; 1019 leaves, 1026 joins in mid-October.
inline constexpr Person people[] = {
    {1001, "周敏", 0, "经理", 0, "2019-03-11", 1, 0, 92},
    {1002, "吴国强", 1, "组长", 1001, "2020-06-15", 2, 0, 91},
    {1003, "王芳", 1, "坐席", 1002, "2023-02-20", 3, 8003, 92},
    {1004, "李𬀩", 1, "坐席", 1002, "2022-07-04", 4, 8004, 94},
    {1005, "张伟", 1, "坐席", 1002, "2024-01-08", 5, 8005, 90},
    {1006, "刘洋", 1, "坐席", 1002, "2025-03-17", 6, 8006, 91},
    {1007, "陈静", 1, "坐席", 1002, "2024-10-14", 7, 8007, 92},
    {1008, "杨帆", 1, "坐席", 1002, "2023-11-27", 8, 8008, 93},
    {1009, "赵雪梅", 1, "坐席", 1002, "2021-05-10", 9, 8009, 90},
    {1010, "黄磊", 1, "坐席", 1002, "2026-08-17", 10, 8010, 84},
    {1011, "徐丽华", 2, "组长", 1001, "2020-09-01", 11, 0, 93},
    {1012, "孙浩", 2, "坐席", 1011, "2024-04-22", 12, 8012, 91},
    {1013, "马晓燕", 2, "坐席", 1011, "2025-07-21", 13, 8013, 72},
    {1014, "朱琳", 2, "坐席", 1011, "2023-08-14", 14, 8014, 93},
    {1015, "胡建军", 2, "坐席", 1011, "2022-03-07", 15, 8015, 92},
    {1016, "郭婷", 2, "坐席", 1011, "2024-06-03", 16, 8016, 91},
    {1017, "何俊", 2, "坐席", 1011, "2025-09-15", 17, 8017, 90},
    {1018, "高翔", 2, "坐席", 1011, "2026-09-14", 18, 8018, 83, "2026-09-14"},
    {1019, "林佳怡", 2, "坐席", 1011, "2024-12-02", 19, 8019, 90, "2026-09-01", "2026-10-16"},
    {1020, "罗文斌", 3, "组长", 1001, "2021-01-18", 20, 0, 92},
    {1021, "梁爽", 3, "坐席", 1020, "2023-05-29", 21, 8021, 92},
    {1022, "宋雨桐", 3, "坐席", 1020, "2025-02-24", 22, 8022, 90},
    {1023, "郑凯", 3, "坐席", 1020, "2024-08-19", 23, 8023, 73},
    {1024, "谢思敏", 3, "坐席", 1020, "2022-11-14", 24, 8024, 93},
    {1025, "欧阳明月", 3, "坐席", 1020, "2023-09-04", 25, 8025, 94},
    {1026, "韩冬梅", 3, "坐席", 1020, "2026-10-19", 27, 8026, 85, "2026-10-19"},
};

/// Entered by hand when she joins; her number at the clock is given only after she has used it.
inline constexpr int joins_later = 1026;

}  // namespace sample
