"""Places of the five countries, known without a register: a table, by kind and country.

A line is: name | other names in English, Russian, Kazakh and the country's own language.
"""

CITIES = {
    "kazakhstan": """
        Astana|Nur-Sultan|Nursultan|Астана|Нур-Султан|Нұр-Сұлтан
        Almaty|Алматы|Алма-Ата
        Shymkent|Чимкент|Шымкент
        Karaganda|Qaraghandy|Караганда|Қарағанды
        Aktobe|Aqtobe|Актобе|Ақтөбе
        Atyrau|Атырау
        Aktau|Aqtau|Актау|Ақтау
        Taraz|Тараз
        Pavlodar|Павлодар
        Semey|Semipalatinsk|Семей|Семипалатинск
        Oskemen|Uskemen|Ust-Kamenogorsk|Öskemen|Усть-Каменогорск|Өскемен
        Kostanay|Qostanay|Костанай|Кустанай|Қостанай
        Kyzylorda|Qyzylorda|Кызылорда|Қызылорда
        Oral|Uralsk|Уральск|Орал
        Petropavl|Petropavlovsk|Петропавловск|Петропавл
        Kokshetau|Көкшетау|Кокшетау
        Taldykorgan|Taldyqorghan|Талдыкорган|Талдықорған
        Turkistan|Turkestan|Туркестан|Түркістан
        Zhezkazgan|Zhezqazghan|Жезказган|Жезқазған
        Ekibastuz|Екибастуз|Экибастуз|Екібастұз
        Temirtau|Темиртау|Теміртау
        Balkhash|Балхаш|Балқаш
        Ridder|Риддер
        Baikonur|Baikonyr|Байконур|Байқоңыр
        Konaev|Qonaev|Kapchagay|Kapshagay|Конаев|Капчагай|Қонаев|Қапшағай
        Talgar|Талгар|Талғар
        Issyk|Esik|Yesik|Есик|Иссык|Есік
        Kaskelen|Каскелен|Қаскелең
        Zharkent|Жаркент
        Saryagash|Сарыагаш|Сарыағаш
        Kentau|Кентау
        Arkalyk|Аркалык|Арқалық
        Rudny|Рудный
        Shchuchinsk|Щучинск
        Burabay|Borovoe|Бурабай|Боровое
        Aralsk|Аральск
        Otrar|Отрар|Отырар
        Sayram|Сайрам
        Ulytau|Улытау|Ұлытау
        Zhanaozen|Жанаозен|Жаңаөзен
        Zhanatas|Жанатас|Жаңатас
        Satpayev|Сатпаев|Сәтбаев|Satpaev|Satbayev
        Stepnogorsk|Степногорск
        Kulsary|Кульсары|Құлсары
        Khromtau|Хромтау
        Kandyagash|Кандыагаш|Қандыағаш
        Ayagoz|Аягоз|Аягөз|Аякоз
        Usharal|Ушарал|Үшарал
        Tekeli|Текели|Текелі
        Atbasar|Атбасар
        Kazalinsk|Казалинск|Қазалы
        Kordai|Korday|Кордай|Қордай
        Uzynagash|Узынагаш|Ұзынағаш
        Sauran|Сауран
        Zhetysay|Жетысай|Жетісай
        Merke|Мерке|Меркі
        Karkaraly|Каркаралинск|Қарқаралы
        Kegen|Кеген
        Shonzhy|Chundzha|Чунджа|Шонжы
        Turgen|Тургень|Түрген
        Kurchatov|Курчатов
    """,
    "kyrgyzstan": """
        Bishkek|Бишкек|Бішкек|Frunze
        Osh|Ош
        Jalal-Abad|Jalalabad|Джалал-Абад|Жалал-Абад|Жалалабад
        Karakol|Каракол|Қарақол
        Naryn|Нарын
        Talas|Талас
        Batken|Баткен
        Tokmok|Tokmak|Токмок|Токмак|Тоқмақ
        Balykchy|Балыкчы
        Cholpon-Ata|Чолпон-Ата|Шолпан-Ата
        Uzgen|Özgön|Узген|Өзген
        Kyzyl-Kiya|Кызыл-Кия
        Kara-Balta|Кара-Балта
        Kara-Suu|Кара-Суу
        Toktogul|Токтогул|Тоқтоғұл
        Arslanbob|Арсланбоб
        Bokonbayevo|Боконбаево
        Kochkor|Кочкор|Қошқор
        At-Bashy|Ат-Башы
        Sary-Tash|Сары-Таш
        Kadamjay|Kadamzhai|Кадамжай
        Isfana|Исфана
        Sulukta|Сулюкта
        Nookat|Ноокат|Ноқат
        Aravan|Араван
        Mailuu-Suu|Майлуу-Суу|Майлы-Сай
        Tash-Komur|Tash-Kumyr|Таш-Комур|Таш-Кумыр
        Sokuluk|Сокулук
        Kemin|Кемин
        Barskoon|Барскоон|Барсқон
    """,
    "tajikistan": """
        Dushanbe|Душанбе
        Khujand|Khudjand|Худжанд|Хужанд|Ходжент|Хожент|Худжант
        Bokhtar|Qurghonteppa|Kurgan-Tyube|Бохтар|Курган-Тюбе
        Kulob|Kulyab|Куляб|Көлаб
        Khorog|Khorugh|Хорог|Хоруғ
        Istaravshan|Истаравшан
        Panjakent|Penjikent|Pendzhikent|Пенджикент|Панджакент|Пянджикент|Пенжикент
        Isfara|Исфара
        Tursunzoda|Турсунзаде
        Konibodom|Канибадам
        Hisor|Hissar|Gissar|Гиссар
        Vahdat|Вахдат
        Norak|Nurek|Нурек
        Rasht|Рашт
        Murghab|Murgab|Мургаб
        Ishkoshim|Ishkashim|Ишкашим
        Rushon|Rushan|Рушан
        Sarazm|Саразм
        Danghara|Дангара
        Asht|Ашт
        Farkhor|Фархор
        Shahritus|Shahrituz|Шахритуз
        Faizobod|Файзабад
        Roghun|Rogun|Рогун
        Vanj|Ванч|Вандж
        Levakant|Левакант
        Yovon|Yavan|Яван
        Panj|Pyanj|Пяндж
        Shahrinav|Шахринав
        Lakhsh|Jirgatol|Джиргаталь|Лахш
        Muminobod|Муминабад
    """,
    "turkmenistan": """
        Ashgabat|Ashkhabad|Aşgabat|Ашхабад|Ашгабат|Ашғабат
        Mary|Мары
        Turkmenabat|Türkmenabat|Туркменабад|Туркменабат|Түрікменабат
        Dashoguz|Daşoguz|Дашогуз|Дашховуз|Дашоғыз
        Balkanabat|Балканабат
        Turkmenbashi|Turkmenbashy|Туркменбаши|Түрікменбашы
        Arkadag|Аркадаг
        Tejen|Теджен
        Kerki|Керки
        Bayramaly|Байрамали
        Anau|Анау
        Serdar|Сердар
        Baharly|Бахарлы
        Tagtabazar|Тагтабазар
        Magdanly|Магданлы
        Awaza|Avaza|Аваза
        Sarahs|Serakhs|Серахс
        Gokdepe|Геокдепе|Гёкдепе
        Farap|Фараб|Фарап
    """,
    "uzbekistan": """
        Tashkent|Toshkent|Ташкент
        Samarkand|Samarqand|Самарканд|Самарқанд|Самарқан
        Bukhara|Bukhoro|Бухара|Бұхара
        Khiva|Xiva|Хива|Хиуа
        Nukus|Нукус|Нөкіс
        Andijan|Andijon|Андижан|Әндіжан
        Fergana|Ferghana|Фергана|Ферғана
        Namangan|Наманган
        Termez|Termiz|Термез|Терміз
        Karshi|Qarshi|Карши|Қаршы
        Urgench|Urganch|Ургенч|Үргеніш
        Navoi|Navoiy|Навои|Науаи
        Jizzakh|Jizzax|Джизак|Жызақ
        Gulistan|Guliston|Гулистан|Гүлстан
        Shahrisabz|Shakhrisabz|Shakhrisyabz|Шахрисабз|Шаһрисабз
        Kokand|Qo‘qon|Коканд|Қоқан
        Margilan|Marg‘ilon|Маргилан
        Rishtan|Rishton|Риштан
        Muynak|Moynaq|Муйнак|Мойнақ
        Chirchik|Chirchiq|Чирчик|Шыршық
        Angren|Ангрен
        Boysun|Baysun|Байсун|Бойсун
        Gijduvan|Гиждуван
        Chimgan|Чимган
        Almalyk|Olmaliq|Алмалык
        Bekabad|Bekobod|Бекабад
        Yangiyul|Янгиюль
        Denau|Denov|Денау
        Sherabad|Sherobod|Шерабад
        Kattakurgan|Каттакурган|Kattakurghan
        Vabkent|Вабкент
        Kungrad|Qo‘ng‘irot|Кунград|Қоңырат
        Turtkul|To‘rtko‘l|Турткуль|Төрткүл
        Khodjeyli|Ходжейли
        Takhiatash|Тахиаташ
        Chimbay|Чимбай|Шымбай
        Parkent|Паркент
        Urgut|Ургут
        Chust|Чуст
        Khazarasp|Hazorasp|Хазарасп
        Gazalkent|Газалкент
        Brichmulla|Burchmulla|Бричмулла
    """,
}
REGIONS = {
    "kazakhstan": """
        Almaty region|Almaty Oblast|Алматинская область|Алматы облысы
        Zhetysu|Jetisu|Zhetisu|Жетысу|Семиречье|Жетісу
        Abai region|Abay region|область Абай|Абай облысы
        Akmola region|Акмолинская область|Ақмола облысы
        Karaganda region|Карагандинская область|Қарағанды облысы
        Turkistan region|Turkestan region|Туркестанская область|Түркістан облысы
        Kyzylorda region|Кызылординская область|Қызылорда облысы
        Mangystau|Mangistau|Мангистауская область|Маңғыстау облысы|Мангистау|Мангыстау|Маңғыстау
        Zhambyl region|Жамбылская область|Жамбыл облысы
        Pavlodar region|Павлодарская область|Павлодар облысы
        Atyrau region|Атырауская область|Атырау облысы
        Aktobe region|Актюбинская область|Ақтөбе облысы
        Kostanay region|Костанайская область|Қостанай облысы
        East Kazakhstan|Восточно-Казахстанская область|Шығыс Қазақстан облысы|Шығыс Қазақстан
        West Kazakhstan|Западно-Казахстанская область|Батыс Қазақстан облысы|Батыс Қазақстан
        North Kazakhstan|Северо-Казахстанская область|Солтүстік Қазақстан облысы
        South Kazakhstan|Южно-Казахстанская область|Оңтүстік Қазақстан облысы
    """,
    "kyrgyzstan": """
        Chuy region|Chui region|Chuy oblast|Чуйская область|Шу облысы
        Issyk-Kul region|Issyk-Kul oblast|Иссык-Кульская область|Ыстықкөл облысы
        Naryn region|Naryn oblast|Нарынская область|Нарын облысы
        Osh region|Osh oblast|Ошская область|Ош облысы
        Talas region|Talas oblast|Таласская область|Талас облысы
        Jalal-Abad region|Jalal-Abad oblast|Джалал-Абадская область|Жалалабад облысы
        Batken region|Batken oblast|Баткенская область|Баткен облысы
        Suusamyr|Суусамыр
    """,
    "tajikistan": """
        Gorno-Badakhshan|GBAO|Горно-Бадахшанская автономная область|Горный Бадахшан|Таулы Бадахшан
        Sughd|Sogd|Sughd region|Согдийская область|Соғды облысы
        Khatlon|Khatlon region|Хатлонская область|Хатлон|Хатлон облысы
        Bartang|Бартанг
        Wakhan|Вахан
        Zeravshan|Zarafshan|Зеравшан|Зарафшан
    """,
    "turkmenistan": """
        Ahal|Akhal|Ахалский велаят|Ахал
        Lebap|Лебапский велаят|Лебап
        Mary velayat|Марыйский велаят
        Balkan velayat|Балканский велаят
        Dashoguz velayat|Дашогузский велаят
    """,
    "uzbekistan": """
        Karakalpakstan|Qaraqalpaqstan|Каракалпакстан|Республика Каракалпакстан|Қарақалпақстан
        Khorezm|Khwarezm|Хорезм|Хорезмская область|Хорезм облысы
        Kashkadarya|Qashqadaryo|Кашкадарьинская область|Кашкадарья|Қашқадария
        Surkhandarya|Surxondaryo|Сурхандарьинская область|Сурхандарья|Сурхандария
        Syrdarya region|Сырдарьинская область
        Samarkand region|Самаркандская область|Самарқан облысы
        Tashkent region|Ташкентская область|Ташкент облысы
        Bukhara region|Бухарская область|Бұхара облысы
        Fergana region|Ферганская область|Ферғана облысы
        Andijan region|Андижанская область
        Namangan region|Наманганская область
        Navoi region|Навоийская область
        Jizzakh region|Джизакская область
    """,
}
NATURE = {
    "kazakhstan": """
        Lake Balkhash|озеро Балхаш|Балқаш көлі
        Alakol|Алаколь|Алакөл
        Zaysan|Zaisan|Зайсан
        Charyn|Чарын|Шарын
        Altyn-Emel|Алтын-Эмель|Алтынемел|Алтын Емел
        Aksu-Zhabagly|Аксу-Жабаглы|Ақсу-Жабағылы
        Katon-Karagay|Катон-Карагай|Катонқарағай
        Korgalzhyn|Коргалжын|Қорғалжын
        Saryarka|Сарыарка|Сарыарқа
        Ile-Alatau|Иле-Алатау|Заилийский Алатау|Іле Алатауы
        Trans-Ili Alatau|Zailiysky Alatau
        Ustyurt|Устюрт|Үстірт
        Kolsai|Кольсай|Көлсай
        Medeu|Medeo|Медеу|Медео
        Karatau|Каратау|Қаратау
        Zhongar Alatau|Dzungarian Alatau|Джунгарский Алатау|Жетісу Алатауы|Жоңғар Алатауы
    """,
    "kyrgyzstan": """
        Issyk-Kul|Issyk-Köl|Ysyk-Köl|Ysyk-Kul|Lake Issyk-Kul|Иссык-Куль|Ысык-Куль|Ыссык-Куль
        |Ысык-Көл|Ыстықкөл|Ыстық көл
        Son-Kul|Song-Kul|Son-Köl|Сон-Куль|Соңкөл|Сонкөл
        Sary-Chelek|Сары-Челек|Сарышелек
        Ala-Archa|Ала-Арча
        Kokomeren|Кокомерен|Көкөмерен
        Chon-Kemin|Чон-Кемин
        Ak-Sai|Ak-Sai glacier
        Adygene|Адыгене
        Golubin glacier|ледник Голубина
        Chatkal|Чаткал
        Alay Valley|Алайская долина
    """,
    "tajikistan": """
        Fedchenko|Fedchenko Glacier|ледник Федченко|Федченко мұздығы|Vanj Yakh
        Sarez|Lake Sarez|Сарезское озеро|Сарез
        Karakul|Lake Karakul
        Iskanderkul|Искандеркуль|Ескендір көл
        Tigrovaya Balka|Тигровая балка
        Vakhsh|Вахш
    """,
    "turkmenistan": """
        Karakum|Kara-Kum|Каракумы|Каракум|Қарақұм
        Kopetdag|Kopet Dag|Копетдаг|Копет-Даг
        Koytendag|Köytendag|Койтендаг
        Badkhyz|Бадхыз
        Repetek|Репетек
        Hazar|Hazar Reserve|Хазар
        Garabogazköl|Кара-Богаз-Гол
    """,
    "uzbekistan": """
        Ugam-Chatkal|Угам-Чаткал
        Nuratau|Nurata|Нурата|Нуратау
        Kyzylkum|Кызылкум|Кызылкумы|Қызылқұм
        Zaamin|Zomin|Заамин
        Hissar Reserve|Китабский заповедник
        Chorvak|Charvak|Чарвак
        Aydarkul|Айдаркуль
        Pskem|Пскем
    """,
    None: """
        Tien Shan|Tian Shan|Tienshan|Tian-Shan|Tien-Shan|Тянь-Шань|Тяньшань
        |Тянь-Шаньский|Тәңіртау|Тәңір тау
        Pamir|Pamirs|Pamir Mountains|Памир
        Pamir-Alay|Памиро-Алай
        Altai|Altay|Алтай
        Alai|Алай
        Aral Sea|Aral|Аральское море|Арал|Приаралье|Арал теңізі
        Caspian Sea|Caspian|Каспийское море|Каспий|Каспий теңізі
        Amu Darya|Amudarya|Амударья|Амудария
        Syr Darya|Syrdarya|Сырдарья|Сырдария
        Fergana Valley|Ferghana Valley|Ферганская долина|Ферғана алқабы
        Chu-Talas
        Zeravshan River
    """,
}
HERITAGE = {
    "kazakhstan": """
        Tanbaly|Tamgaly|Tamgaly-Tas|Тамгалы|Танбалы|Таңбалы
        Mausoleum of Khoja Ahmed Yasawi|Mausoleum of Khoja Ahmed Yasavi|Мавзолей Ходжи Ахмеда Ясави
        |Қожа Ахмет Ясауи кесенесі
        Talgar settlement|Talhiz|городище Талхиз
        Beket-Ata|Бекет-Ата
    """,
    "kyrgyzstan": """
        Sulaiman-Too|Sulayman Mountain|Сулайман-Тоо|Сүлеймен тауы
        Burana|Бурана
        Ak-Beshim|Suyab|Ак-Бешим|Суяб
        Tash-Rabat|Таш-Рабат|Тас-Рабат
        Navekat|Krasnaya Rechka|Красная Речка
        Saimaluu-Tash|Саймалуу-Таш
    """,
    "tajikistan": """
        Ajina-Tepa|Аджина-Тепа
        Hulbuk|Khulbuk|Хулбук
        Takht-i Sangin|Тахти-Сангин
    """,
    "turkmenistan": """
        Merv|Ancient Merv|Мерв|Древний Мерв
        Kunya-Urgench|Konye-Urgench|Köneürgench|Куня-Ургенч|Кёнеургенч|Көне Үргеніш|Көнеүргеніш
        Nisa|Parthian Fortresses of Nisa|Ниса|Парфянские крепости Нисы
    """,
    "uzbekistan": """
        Itchan Kala|Ichan-Kala|Ичан-Кала
        Registan|Регистан
        Ak-Saray|Ак-Сарай
        Fayaz-Tepa|Фаяз-Тепа
        Afrasiab|Афрасиаб
    """,
}
