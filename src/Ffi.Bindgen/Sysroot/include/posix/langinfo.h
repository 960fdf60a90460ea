#pragma once
typedef int nl_item;
