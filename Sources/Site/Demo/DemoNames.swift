/// The Thousand Character Text (千字文, Zhou Xingsi, sixth century), from which everything invented in the demo takes its name.
///
/// A workplace called 玄字号 can be taken for no real one. In simplified characters seven of the thousand fall together
/// with an earlier one and are left out where they come again, so each of these 993 stands once.
enum DemoNames {
    /// A character of the text with its reading in plain letters, as the text reads it (宿 xiu, 凊 qing); ü is written yu.
    struct Sign: Sendable, Hashable {
        let character: Character
        let reading: String

        /// The reading as an English name (Xuan).
        var readingCapitalised: String { DemoNames.capitalised(reading) }
    }

    /// All signs in the order of the text.
    static let signs: [Sign] = DemoTables.words(text).compactMap { word in
        word.first.map { Sign(character: $0, reading: String(word.dropFirst())) }
    }

    /// Signs that may name a workplace: without those that no works would put over its gate.
    static let brands: [Sign] = signs.filter { !unhappy.contains($0.character) }

    /// The sign of a character of the text; the character with an empty reading where it is not in the text.
    static func sign(of character: Character) -> Sign {
        signByCharacter[character] ?? Sign(character: character, reading: "")
    }

    /// The English name of words made of the text's characters: 云腾 is Yunteng.
    static func english(_ characters: Substring) -> String {
        capitalised(characters.map { sign(of: $0).reading }.joined())
    }

    static func capitalised(_ reading: String) -> String {
        reading.prefix(1).uppercased() + reading.dropFirst()
    }

    /// Names for townships and streets: two neighbours of the text, 99 of them, known real places left out.
    static let townships: [Substring] = DemoTables.words(
        """
        云腾 致雨 露结 玉出 剑号 珠称 夜光 果珍 菜重 海咸 河淡 鳞潜 羽翔 龙师 鸟官 让国 问道 垂拱 平章 爱育
        遐迩 率宾 化被 恭惟 鞠养 才良 知过 景行 维贤 克念 德建 名立 形端 表正 空谷 传声 虚堂 习听 福缘 善庆
        尺璧 寸阴 临深 夙兴 似兰 斯馨 如松 川流 渊澄 取映 若思 笃初 诚美 慎终 宜令 荣业 学优 益咏 礼别 上和
        下睦 同气 连枝 切磨 箴规 仁慈 节义 性静 守真 雅操 画彩 仙灵 鼓瑟 吹笙 升阶 疑星 左达 承明 漆书 壁经
        槐卿 高冠 振缨 茂实 禹迹 绵邈 岩岫 南亩 黍稷 敦素 秉直 嘉猷 林皋 求古 渠荷 晚翠 凌摩 绛霄 朗曜
        """)

    private static let signByCharacter: [Character: Sign] = Dictionary(
        signs.map { ($0.character, $0) }, uniquingKeysWith: { first, _ in first })

    private static let unhappy: Set<Character> = [Character](
        """
        号人皇帝王臣吊民伐罪戎羌殷毁伤女男罔短靡恃难悲祸恶竭命薄止终竟去贱卑妇儿母叔姑离颠沛匪退亏疲逐\
        禽兽坟隶兵侈碑奄弱倾勿霸困横假灭弊烦刑翦颇军杳冥黜讥诫抗殆辱耻逼沉默寂寥戚谢凋委翳落飘不非无莫忘父弗焉哉
        """
    ).reduce(into: []) { $0.insert($1) }

    private static let text = """
        天tian 地di 玄xuan 黄huang 宇yu 宙zhou 洪hong 荒huang
        日ri 月yue 盈ying 昃ze 辰chen 宿xiu 列lie 张zhang
        寒han 来lai 暑shu 往wang 秋qiu 收shou 冬dong 藏cang
        闰run 余yu 成cheng 岁sui 律lyu 吕lyu 调tiao 阳yang
        云yun 腾teng 致zhi 雨yu 露lu 结jie 为wei 霜shuang
        金jin 生sheng 丽li 水shui 玉yu 出chu 昆kun 冈gang
        剑jian 号hao 巨ju 阙que 珠zhu 称cheng 夜ye 光guang
        果guo 珍zhen 李li 柰nai 菜cai 重zhong 芥jie 姜jiang
        海hai 咸xian 河he 淡dan 鳞lin 潜qian 羽yu 翔xiang
        龙long 师shi 火huo 帝di 鸟niao 官guan 人ren 皇huang
        始shi 制zhi 文wen 字zi 乃nai 服fu 衣yi 裳chang
        推tui 位wei 让rang 国guo 有you 虞yu 陶tao 唐tang
        吊diao 民min 伐fa 罪zui 周zhou 发fa 殷yin 汤tang
        坐zuo 朝chao 问wen 道dao 垂chui 拱gong 平ping 章zhang
        爱ai 育yu 黎li 首shou 臣chen 伏fu 戎rong 羌qiang
        遐xia 迩er 一yi 体ti 率shuai 宾bin 归gui 王wang
        鸣ming 凤feng 在zai 竹zhu 白bai 驹ju 食shi 场chang
        化hua 被bei 草cao 木mu 赖lai 及ji 万wan 方fang
        盖gai 此ci 身shen 四si 大da 五wu 常chang
        恭gong 惟wei 鞠ju 养yang 岂qi 敢gan 毁hui 伤shang
        女nyu 慕mu 贞zhen 洁jie 男nan 效xiao 才cai 良liang
        知zhi 过guo 必bi 改gai 得de 能neng 莫mo 忘wang
        罔wang 谈tan 彼bi 短duan 靡mi 恃shi 己ji 长chang
        信xin 使shi 可ke 覆fu 器qi 欲yu 难nan 量liang
        墨mo 悲bei 丝si 染ran 诗shi 赞zan 羔gao 羊yang
        景jing 行xing 维wei 贤xian 克ke 念nian 作zuo 圣sheng
        德de 建jian 名ming 立li 形xing 端duan 表biao 正zheng
        空kong 谷gu 传chuan 声sheng 虚xu 堂tang 习xi 听ting
        祸huo 因yin 恶e 积ji 福fu 缘yuan 善shan 庆qing
        尺chi 璧bi 非fei 宝bao 寸cun 阴yin 是shi 竞jing
        资zi 父fu 事shi 君jun 曰yue 严yan 与yu 敬jing
        孝xiao 当dang 竭jie 力li 忠zhong 则ze 尽jin 命ming
        临lin 深shen 履lyu 薄bo 夙su 兴xing 温wen 凊qing
        似si 兰lan 斯si 馨xin 如ru 松song 之zhi 盛sheng
        川chuan 流liu 不bu 息xi 渊yuan 澄cheng 取qu 映ying
        容rong 止zhi 若ruo 思si 言yan 辞ci 安an 定ding
        笃du 初chu 诚cheng 美mei 慎shen 终zhong 宜yi 令ling
        荣rong 业ye 所suo 基ji 籍ji 甚shen 无wu 竟jing
        学xue 优you 登deng 仕shi 摄she 职zhi 从cong 政zheng
        存cun 以yi 甘gan 棠tang 去qu 而er 益yi 咏yong
        乐yue 殊shu 贵gui 贱jian 礼li 别bie 尊zun 卑bei
        上shang 和he 下xia 睦mu 夫fu 唱chang 妇fu 随sui
        外wai 受shou 傅fu 训xun 入ru 奉feng 母mu 仪yi
        诸zhu 姑gu 伯bo 叔shu 犹you 子zi 比bi 儿er
        孔kong 怀huai 兄xiong 弟di 同tong 气qi 连lian 枝zhi
        交jiao 友you 投tou 分fen 切qie 磨mo 箴zhen 规gui
        仁ren 慈ci 隐yin 恻ce 造zao 次ci 弗fu 离li
        节jie 义yi 廉lian 退tui 颠dian 沛pei 匪fei 亏kui
        性xing 静jing 情qing 逸yi 心xin 动dong 神shen 疲pi
        守shou 真zhen 志zhi 满man 逐zhu 物wu 意yi 移yi
        坚jian 持chi 雅ya 操cao 好hao 爵jue 自zi 縻mi
        都du 邑yi 华hua 夏xia 东dong 西xi 二er 京jing
        背bei 邙mang 面mian 洛luo 浮fu 渭wei 据ju 泾jing
        宫gong 殿dian 盘pan 郁yu 楼lou 观guan 飞fei 惊jing
        图tu 写xie 禽qin 兽shou 画hua 彩cai 仙xian 灵ling
        丙bing 舍she 傍bang 启qi 甲jia 帐zhang 对dui 楹ying
        肆si 筵yan 设she 席xi 鼓gu 瑟se 吹chui 笙sheng
        升sheng 阶jie 纳na 陛bi 弁bian 转zhuan 疑yi 星xing
        右you 通tong 广guang 内nei 左zuo 达da 承cheng 明ming
        既ji 集ji 坟fen 典dian 亦yi 聚ju 群qun 英ying
        杜du 稿gao 钟zhong 隶li 漆qi 书shu 壁bi 经jing
        府fu 罗luo 将jiang 相xiang 路lu 侠jia 槐huai 卿qing
        户hu 封feng 八ba 县xian 家jia 给ji 千qian 兵bing
        高gao 冠guan 陪pei 辇nian 驱qu 毂gu 振zhen 缨ying
        世shi 禄lu 侈chi 富fu 车che 驾jia 肥fei 轻qing
        策ce 功gong 茂mao 实shi 勒le 碑bei 刻ke 铭ming
        磻pan 溪xi 伊yi 尹yin 佐zuo 时shi 阿e 衡heng
        奄yan 宅zhai 曲qu 阜fu 微wei 旦dan 孰shu 营ying
        桓huan 公gong 匡kuang 合he 济ji 弱ruo 扶fu 倾qing
        绮qi 回hui 汉han 惠hui 说yue 感gan 武wu 丁ding
        俊jun 乂yi 密mi 勿wu 多duo 士shi 寔shi 宁ning
        晋jin 楚chu 更geng 霸ba 赵zhao 魏wei 困kun 横heng
        假jia 途tu 灭mie 虢guo 践jian 土tu 会hui 盟meng
        何he 遵zun 约yue 法fa 韩han 弊bi 烦fan 刑xing
        起qi 翦jian 颇po 牧mu 用yong 军jun 最zui 精jing
        宣xuan 威wei 沙sha 漠mo 驰chi 誉yu 丹dan 青qing
        九jiu 州zhou 禹yu 迹ji 百bai 郡jun 秦qin 并bing
        岳yue 宗zong 泰tai 岱dai 禅shan 主zhu 亭ting
        雁yan 门men 紫zi 塞sai 鸡ji 田tian 赤chi 城cheng
        池chi 碣jie 石shi 野ye 洞dong 庭ting
        旷kuang 远yuan 绵mian 邈miao 岩yan 岫xiu 杳yao 冥ming
        治zhi 本ben 于yu 农nong 务wu 兹zi 稼jia 穑se
        俶chu 载zai 南nan 亩mu 我wo 艺yi 黍shu 稷ji
        税shui 熟shu 贡gong 新xin 劝quan 赏shang 黜chu 陟zhi
        孟meng 轲ke 敦dun 素su 史shi 鱼yu 秉bing 直zhi
        庶shu 几ji 中zhong 庸yong 劳lao 谦qian 谨jin 敕chi
        聆ling 音yin 察cha 理li 鉴jian 貌mao 辨bian 色se
        贻yi 厥jue 嘉jia 猷you 勉mian 其qi 祗zhi 植zhi
        省xing 躬gong 讥ji 诫jie 宠chong 增zeng 抗kang 极ji
        殆dai 辱ru 近jin 耻chi 林lin 皋gao 幸xing 即ji
        两liang 疏shu 见jian 机ji 解jie 组zu 谁shui 逼bi
        索suo 居ju 闲xian 处chu 沉chen 默mo 寂ji 寥liao
        求qiu 古gu 寻xun 论lun 散san 虑lyu 逍xiao 遥yao
        欣xin 奏zou 累lei 遣qian 戚qi 谢xie 欢huan 招zhao
        渠qu 荷he 的di 历li 园yuan 莽mang 抽chou 条tiao
        枇pi 杷pa 晚wan 翠cui 梧wu 桐tong 蚤zao 凋diao
        陈chen 根gen 委wei 翳yi 落luo 叶ye 飘piao 摇yao
        游you 鹍kun 独du 运yun 凌ling 摩mo 绛jiang 霄xiao
        耽dan 读du 玩wan 市shi 寓yu 目mu 囊nang 箱xiang
        易yi 輶you 攸you 畏wei 属zhu 耳er 垣yuan 墙qiang
        具ju 膳shan 餐can 饭fan 适shi 口kou 充chong 肠chang
        饱bao 饫yu 烹peng 宰zai 饥ji 厌yan 糟zao 糠kang
        亲qin 故gu 旧jiu 老lao 少shao 异yi 粮liang
        妾qie 御yu 绩ji 纺fang 侍shi 巾jin 帷wei 房fang
        纨wan 扇shan 圆yuan 银yin 烛zhu 炜wei 煌huang
        昼zhou 眠mian 夕xi 寐mei 蓝lan 笋sun 象xiang 床chuang
        弦xian 歌ge 酒jiu 宴yan 接jie 杯bei 举ju 觞shang
        矫jiao 手shou 顿dun 足zu 悦yue 豫yu 且qie 康kang
        嫡di 后hou 嗣si 续xu 祭ji 祀si 烝zheng 尝chang
        稽ji 颡sang 再zai 拜bai 悚song 惧ju 恐kong 惶huang
        笺jian 牒die 简jian 要yao 顾gu 答da 审shen 详xiang
        骸hai 垢gou 想xiang 浴yu 执zhi 热re 愿yuan 凉liang
        驴lyu 骡luo 犊du 特te 骇hai 跃yue 超chao 骧xiang
        诛zhu 斩zhan 贼zei 盗dao 捕bu 获huo 叛pan 亡wang
        布bu 射she 僚liao 丸wan 嵇ji 琴qin 阮ruan 啸xiao
        恬tian 笔bi 伦lun 纸zhi 钧jun 巧qiao 任ren 钓diao
        释shi 纷fen 利li 俗su 皆jie 佳jia 妙miao
        毛mao 施shi 淑shu 姿zi 工gong 颦pin 妍yan 笑xiao
        年nian 矢shi 每mei 催cui 曦xi 晖hui 朗lang 曜yao
        璇xuan 玑ji 悬xuan 斡wo 晦hui 魄po 环huan 照zhao
        指zhi 薪xin 修xiu 祜hu 永yong 绥sui 吉ji 劭shao
        矩ju 步bu 引yin 领ling 俯fu 仰yang 廊lang 庙miao
        束shu 带dai 矜jin 庄zhuang 徘pai 徊huai 瞻zhan 眺tiao
        孤gu 陋lou 寡gua 闻wen 愚yu 蒙meng 等deng 诮qiao
        谓wei 语yu 助zhu 者zhe 焉yan 哉zai 乎hu 也ye
        """
}
